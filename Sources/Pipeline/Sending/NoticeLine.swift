import Foundation
import Model
import Ticketing

/// The way to one channel: its address, known by now, and who we are there.
struct NoticeLine: Sendable {
    private let channel: NoticeChannel
    private let route: DeliveryRoute

    /// Nothing goes where a secret is missing, or where the address, which is one, turns out to be none
    /// that may be called.
    init(
        _ channel: NoticeChannel, _ sending: SendingRules, _ vault: Vault, in workspace: Workspace
    ) {
        let address: String
        var complaint = channel.secret.flatMap { vault.complaint(about: $0) }
        switch channel.address {
        case .plain(let text): address = text
        case .secret(let reference):
            address = vault.secret(reference) ?? ""
            let parts = URLComponents(string: address)
            let isLocal = AddressPolicy.isLoopback(host: parts?.host ?? "")
            let mayBeCalled = parts?.scheme == "https" || parts?.scheme == "http" && isLocal
            complaint =
                complaint ?? vault.complaint(about: reference)
                ?? (mayBeCalled
                    ? nil
                    : "\(channel.place): what \(reference) holds is no https address; put the one that "
                        + "the chat program gives there")
        }
        self.channel = channel
        var terms = TicketDestination.Terms(
            timeout: channel.timeout, whenUnsure: channel.whenUnsure)
        terms.certificateFile = channel.certificateFile
        route = DeliveryRoute(
            to: TicketDestination(
                id: TicketDestination.ID(channel.id.value),
                system: channel.kind == .email ? .email : .webhook, address: address,
                credentials: TicketDestination.Credentials(user: channel.user), terms: terms,
                place: channel.place),
            networks: sending.allowedNetworks,
            secret: channel.secret.flatMap(vault.secret) ?? "", complaint: complaint,
            workspace: workspace, clock: .system)
    }

    /// Carries what is due there.
    ///
    /// - Parameters:
    ///   - patience: for how long it waits in all for what is due soon.
    ///   - longest: for how long it sends at the most.
    ///   - laterMoments: when something is due in a channel besides what is due now.
    func deliver(
        _ desk: NoticeDesk, patience: Duration, atMost longest: Duration,
        alsoDueAt laterMoments: [TicketDestination.ID: Date],
        isCancelled: @escaping @Sendable () -> Bool
    ) async -> Carried {
        await Carried.onThread {
            route.carry(
                channel.makeSystem(), desk.outbox(of: channel), patience: patience,
                atMost: longest, alsoDueAt: laterMoments[TicketDestination.ID(channel.id.value)],
                isCancelled: isCancelled)
        }
    }
}
