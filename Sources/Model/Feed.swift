/// One address we poll for a source.
package struct Feed: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Feed>

    package enum Address: Hashable, Sendable {
        /// An http or https address, exactly as the operator wrote it.
        case url(String)
        /// A file of the operator's own; relative paths start at the workspace.
        case file(path: String)
    }

    package let id: ID
    package let source: Source
    package let address: Address
    package let limits: Limits

    package init(id: ID, source: Source, address: Address, limits: Limits = .standard) {
        self.id = id
        self.source = source
        self.address = address
        self.limits = limits
    }
}

extension Feed {
    /// What one poll of a feed may cost.
    ///
    /// Beyond a limit the poll fails; nothing is cut short.
    package struct Limits: Hashable, Sendable {
        /// Name look-up, connecting and the whole transfer together.
        package var timeout: Duration
        /// Length of the body after decompression.
        package var maximumSizeInBytes: Int
        package var maximumEntries: Int

        package init(timeout: Duration, maximumSizeInBytes: Int, maximumEntries: Int) {
            self.timeout = timeout
            self.maximumSizeInBytes = maximumSizeInBytes
            self.maximumEntries = maximumEntries
        }

        /// 30 s; 10,000,000 bytes, just below the size at which libxml2 2.9 starts to drop text
        /// nodes; 2,000 entries.
        package static let standard = Limits(
            timeout: .seconds(30), maximumSizeInBytes: 10_000_000, maximumEntries: 2_000)
    }
}
