/// What one document may cost; beyond it the document is refused, never cut short.
package struct ParseLimits: Hashable, Sendable {
    /// Just below the 10,000,000 bytes at which libxml2 2.9 starts to drop text.
    let maximumSizeInBytes: Int
    /// Of one tag, values of `data:` addresses not counted.
    ///
    /// Some of libxml2's steps cost the square of a tag's length: 5 MB of namespace declarations
    /// take it 38 s.
    let maximumTagSizeInBytes = 16 * 1024
    let maximumAttributes = 256
    /// Of a page.
    ///
    /// Trees larger than this take libxml2 seconds to search; busy forums have a tenth.
    let maximumElements = 200_000
    /// Of elements of a page, one inside the other.
    ///
    /// Browsers show 512. Many steps look at all elements around one.
    let maximumDepth = 1_000
    /// Of a document in XML; far more than a feed of the largest size needs.
    let maximumRepairs: Int
    /// Processor time that libxml2 may take.
    ///
    /// It is looked at between pieces of 64 KiB.
    let processorTime: Duration
    /// How many problems are listed one by one; the others are only counted.
    let maximumProblems = 100

    package init(
        maximumSizeInBytes: Int = 10_000_000, maximumRepairs: Int = 500_000,
        processorTime: Duration = .seconds(2)
    ) {
        self.maximumSizeInBytes = maximumSizeInBytes
        self.maximumRepairs = maximumRepairs
        self.processorTime = processorTime
    }
}
