import CLibCurl
import Glibc
import Model

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

    /// Makes the socket of a connection if its address may be called; libcurl then tries the next
    /// address of the name, which is judged in its turn.
    mutating func openSocket(
        for place: UnsafeMutablePointer<curl_sockaddr>, _ orders: Transfer.Orders
    ) -> curl_socket_t {
        if orders.proxy == nil {
            guard let (address, port) = unsafe NetworkAddress.read(from: place) else {
                refusal = .unknownFamily
                return CURL_SOCKET_BAD
            }
            if let reason = orders.policy.refusal(of: address, port: port) {
                refusal = reason
                return CURL_SOCKET_BAD
            }
            guard orders.mayConnect(address) else {
                takenAddress = address
                return CURL_SOCKET_BAD
            }
        }
        let made = unsafe Glibc.socket(
            place.pointee.family, place.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
            place.pointee.protocol)
        sockets.append(made)
        return made
    }

    /// The second check, which kept connections come by too.
    ///
    /// - Parameter text: the address at the other end.
    mutating func mayRequest(
        from text: UnsafeMutablePointer<CChar>?, port: Int, localPort: Int,
        _ orders: Transfer.Orders
    ) -> Bool {
        isReady = unsafe isAllowed(text, port: port, localPort: localPort, orders)
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
        _ text: UnsafeMutablePointer<CChar>?, port: Int, localPort: Int,
        _ orders: Transfer.Orders
    ) -> Bool {
        guard orders.proxy == nil else { return true }
        if !isOwn(localPort, orders), !orders.address.isSecure {
            isStale = orders.connections.hasUninvitedAnswer(localPort: localPort)
            if isStale { return false }
        }
        guard let address = unsafe text.flatMap({ unsafe NetworkAddress(numeric: $0) }) else {
            refusal = .unknownFamily
            return false
        }
        refusal = orders.policy.refusal(of: address, port: port)
        guard refusal == nil else { return false }
        takenAddress = orders.mayUse(address) ? nil : address
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
