/// What one poll took.
package struct FetchTiming: Hashable, Sendable {
    /// Time at work, over all redirects; waiting for the host's turn is not in it.
    package var duration: Duration
    /// Bytes received: headers, and bodies as compressed.
    package var wireBytes: Int
    /// Length of the bodies after decompression.
    package var decodedBytes: Int
    /// Of the last request; all zero for a file.
    package var phases: Phases
    /// Of the last answer; `nil` when none came.
    package var status: Int?

    /// When each part of a request was over, counted from its start.
    ///
    /// Zero where it did not get so far, and for what a kept connection made needless.
    package struct Phases: Hashable, Sendable {
        package var nameLookup: Duration = .zero
        package var connect: Duration = .zero
        package var tls: Duration = .zero
        package var firstByte: Duration = .zero
        package var total: Duration = .zero

        /// How long the answer took to come; zero where there was none.
        var afterFirstByte: Duration { firstByte > .zero ? total - firstByte : .zero }

        package init(
            nameLookup: Duration = .zero, connect: Duration = .zero, tls: Duration = .zero,
            firstByte: Duration = .zero, total: Duration = .zero
        ) {
            self.nameLookup = nameLookup
            self.connect = connect
            self.tls = tls
            self.firstByte = firstByte
            self.total = total
        }
    }

    package init(
        duration: Duration = .zero, wireBytes: Int = 0, decodedBytes: Int = 0,
        phases: Phases = Phases(), status: Int? = nil
    ) {
        self.duration = duration
        self.wireBytes = wireBytes
        self.decodedBytes = decodedBytes
        self.phases = phases
        self.status = status
    }
}
