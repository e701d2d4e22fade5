import Model
import Transferring

/// How one transfer gets its connection: which addresses it may call, and why it may not call others.
struct TransferConnection {
    /// Those made for it, in order; libcurl may try several addresses at once (RFC 8305).
    private var sockets: [Int32] = []
    private var isConnected = false
    /// The request may go out: connecting is over, TLS included, on a kept connection at once.
    private(set) var isReady = false
    /// A kept connection that could not be used, as something had come on it.
    private(set) var isStale = false
    /// Why an address was refused; libcurl's code says less.
    private(set) var refusal: AddressPolicy.Refusal?
    /// An address that others use as much as may be, while that is why no request could go out.
    private(set) var takenAddress: NetworkAddress?

    /// Whether an address may be called; the next one of the name is judged in its turn.
    mutating func mayConnect(to place: NetworkPlace?, _ orders: Transfer.Orders) -> Bool {
        guard orders.proxy == nil else { return true }
        guard let place else {
            refusal = .unknownFamily
            return false
        }
        if let reason = orders.policy.refusal(of: place.address, port: place.port) {
            refusal = reason
            return false
        }
        guard orders.mayConnect(place.address) else {
            takenAddress = place.address
            return false
        }
        return true
    }

    mutating func note(_ socket: Int32) {
        sockets.append(socket)
    }

    /// The second check, which kept connections come by too.
    ///
    /// - Parameter place: the other end.
    mutating func mayRequest(
        from place: NetworkPlace?, localPort: Int, _ orders: Transfer.Orders
    ) -> Bool {
        isReady = isAllowed(place, localPort: localPort, orders)
        return isReady
    }

    /// Whether TLS could begin, which libcurl says only when TLS is done.
    mutating func noteWhetherConnected() {
        isConnected = isConnected || sockets.contains(where: KeptConnections.isConnected)
    }

    /// - Parameter phases: what libcurl has seen come to its end.
    func hasConnected(_ phases: FetchTiming.Phases) -> Bool {
        isConnected || phases.connect > .zero
    }

    // MARK: - Private

    private mutating func isAllowed(
        _ place: NetworkPlace?, localPort: Int, _ orders: Transfer.Orders
    ) -> Bool {
        guard orders.proxy == nil else { return true }
        if !isOwn(localPort, orders), !orders.address.isSecure {
            isStale = orders.connections.hasUninvitedAnswer(localPort: localPort)
            if isStale { return false }
        }
        guard let place else {
            refusal = .unknownFamily
            return false
        }
        refusal = orders.policy.refusal(of: place.address, port: place.port)
        guard refusal == nil else { return false }
        takenAddress = orders.mayUse(place.address) ? nil : place.address
        return takenAddress == nil
    }

    /// Whether the connection was made for this transfer; then it is noted for those that follow.
    private func isOwn(_ localPort: Int, _ orders: Transfer.Orders) -> Bool {
        guard let own = sockets.first(where: { KeptConnections.localPort(of: $0) == localPort })
        else { return false }
        orders.connections.note(own, localPort: localPort)
        return true
    }
}
