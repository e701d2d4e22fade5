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
    /// What the operator arranged with the publisher.
    package let terms: Terms
    /// Which of several feeds of its source it is, such as `comments`; `nil` for the first.
    package let part: String?
    /// Whether the pages its entries link to are fetched too, as it only begins their texts.
    package let wantsFullText: Bool

    package init(
        id: ID, source: Source, address: Address, limits: Limits = .standard,
        terms: Terms = .standard, part: String? = nil, wantsFullText: Bool = false
    ) {
        self.id = id
        self.source = source
        self.address = address
        self.limits = limits
        self.terms = terms
        self.part = part
        self.wantsFullText = wantsFullText
    }

    /// What people call it where the feeds of one source have to be told apart: `Blog: comments`.
    package var name: String {
        part.map { "\(source.name): \($0)" } ?? source.name
    }
}

extension Feed.ID {
    /// The source that a feed of this id belongs to.
    package var source: Source.ID { Source.ID(String(value.prefix { $0 != "/" })) }
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
        /// Documents that one poll may fetch where older entries stand on further pages.
        package var maximumPages: Int

        package init(
            timeout: Duration, maximumSizeInBytes: Int, maximumEntries: Int, maximumPages: Int = 5
        ) {
            self.timeout = timeout
            self.maximumSizeInBytes = maximumSizeInBytes
            self.maximumEntries = maximumEntries
            self.maximumPages = maximumPages
        }

        /// 30 s; 10,000,000 bytes, just below the size at which libxml2 2.9 starts to drop text
        /// nodes; 2,000 entries; 5 pages.
        package static let standard = Limits(
            timeout: .seconds(30), maximumSizeInBytes: 10_000_000, maximumEntries: 2_000)
    }
}
