import Model

extension Transfer {
    /// All that a transfer is told at its start.
    struct Orders {
        let address: WebAddress
        let headers: [String]
        let timeout: Duration
        var maximumSizeInBytes: Int
        /// What is longer than its limit is no failure: the rest is not asked for.
        var keepsStart = false
        let certificateFile: String?
        let usesHTTP1: Bool
        /// Whether no kept connection is used.
        let needsNewConnection: Bool
        /// Whether compression is offered, and undone.
        let unpacks: Bool
        /// Whether its connection is kept for the next request.
        var keepsConnection = true
        let limits: TransferLimits
        let userAgent: String
        let proxy: String?
        let policy: AddressPolicy
        let connections: KeptConnections
        /// Asked before a connection to an address is begun, which others may use up.
        let mayConnect: (NetworkAddress) -> Bool
        /// Asked before a connection to an address is used, be it kept or one of several made for it.
        let mayUse: (NetworkAddress) -> Bool
        /// Asked before the body grows; `false` makes it wait until `resume`.
        let mayGrow: (_ count: Int) -> Bool
    }
}
