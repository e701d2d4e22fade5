import Foundation
import Model
import Storing
import Ticketing

/// The way to one channel: its address, known by now, and who we are there.
struct NoticeLine: Sendable {
    private let channel: NoticeChannel
    private let destination: TicketDestination
    private let policy: AddressPolicy
    private let secret: String

    /// - Throws: where the address, which is a secret, turns out to be none that may be called.
    init(_ channel: NoticeChannel, _ sending: SendingRules, _ vault: Vault) throws(RunError) {
        let address: String
        switch channel.address {
        case .plain(let text): address = text
        case .secret(let reference):
            address = vault.secret(reference) ?? ""
            let parts = URLComponents(string: address)
            let isLocal = AddressPolicy.isLoopback(host: parts?.host ?? "")
            guard parts?.scheme == "https" || parts?.scheme == "http" && isLocal else {
                throw .badInput(
                    "\(channel.id): what \(reference) holds is no https address; put the one that the "
                        + "chat program gives there")
            }
        }
        let parts = URLComponents(string: address)
        let port = parts?.port ?? (parts?.scheme == "http" ? 80 : 443)
        let isLocal = AddressPolicy.isLoopback(host: parts?.host ?? "")
        self.channel = channel
        policy = AddressPolicy(
            allowedNetworks: sending.allowedNetworks.compactMap(Network.init)
                + (isLocal ? AddressPolicy.loopback : []), allowedPorts: [port])
        secret = channel.secret.flatMap(vault.secret) ?? ""
        destination = TicketDestination(
            id: TicketDestination.ID(channel.id.value),
            system: channel.kind == .email ? .email : .webhook, address: address,
            terms: TicketDestination.Terms(
                timeout: channel.timeout, whenUnsure: channel.whenUnsure), place: channel.place)
    }

    /// Carries what is due there, on a thread of its own: its requests block.
    func deliver(_ desk: NoticeDesk) async -> Result<DeliveryCounts, RunError> {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                do {
                    let counts = try Deliverer(
                        to: destination, system: channel.makeSystem(), session: try session(),
                        outbox: desk.outbox(of: channel)
                    ).deliver()
                    continuation.resume(returning: .success(counts))
                } catch let error as StoreError {
                    continuation.resume(returning: .failure(.store(error)))
                } catch {
                    continuation.resume(returning: .failure(.bug("\(error)")))
                }
            }
        }
    }

    // MARK: - Private

    private func session() throws(WebFault) -> TicketSession {
        guard channel.kind == .email else {
            let client = try WebClient(
                WebClient.Settings(
                    address: destination.address, policy: policy, timeout: channel.timeout,
                    userAgent: "Earshot/\(ProgramVersion.current)"))
            return TicketSession(
                destination: destination, secret: secret, clock: .system
            ) { request, lines throws(WebFault) in try client.send(request, authorization: lines) }
        }
        let client = try MailClient(
            MailClient.Settings(
                address: destination.address, policy: policy, timeout: channel.timeout,
                user: channel.user, password: secret))
        return TicketSession(
            destination: destination, secret: secret, clock: .system,
            mail: { message throws(MailFault) in try client.send(message) },
            send: { _, _ throws(WebFault) in throw .unsent("a mailbox answers nothing") })
    }
}
