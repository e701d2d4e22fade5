extension LoopbackServer {
    /// One thing a server does on a connection, for answers that none of the usual deliveries is
    /// bad enough for.
    ///
    /// After the last step the connection can take another request.
    package enum Step: Sendable {
        case send([UInt8])
        /// A few of the bytes, a pause, a few more.
        case drip([UInt8], bytes: Int, every: Duration)
        /// The same bytes again and again, until the client has had enough.
        case flood([UInt8], every: Duration)
        case pause(Duration)
        /// Waits for bytes of the client, and drops them.
        case read
        /// Nothing more, without closing, until the client has gone.
        case wait
        case reset
        case close

        package static func say(_ text: String) -> Step {
            .send(Array(text.utf8))
        }
    }
}
