/// The first `maximumCount` elements of a list that a document may make as long as it likes.
struct LimitedList<Element> {
    private(set) var elements: [Element] = []
    /// Where the first element beyond the limit stands in the source.
    private(set) var overflowOffset: Int?
    private var overflow = 0
    private let maximumCount: Int

    /// Most feeds have no more entries.
    private static var usualCount: Int { 32 }

    init(maximumCount: Int) {
        self.maximumCount = maximumCount
        elements.reserveCapacity(min(maximumCount, Self.usualCount))
    }

    var isFull: Bool { elements.count >= maximumCount }

    mutating func append(_ element: consuming Element) { elements.append(element) }

    /// An element, read and changed where it lies.
    subscript(index: Int) -> Element {
        _read { yield elements[index] }
        _modify { yield &elements[index] }
    }

    /// The element that was appended last; there must be one.
    var last: Element {
        _read { yield self[elements.count - 1] }
        _modify { yield &self[elements.count - 1] }
    }

    /// Counts an element that there is no room for.
    mutating func leaveOut(at offset: Int) {
        if overflowOffset == nil { overflowOffset = offset }
        overflow += 1
    }

    /// - Parameters:
    ///   - name: what the elements are, in the plural.
    ///   - offset: where, if not at `overflowOffset`.
    func report(_ name: String = "entries", to log: inout ProblemLog, at offset: Int? = nil) {
        guard let overflowOffset else { return }
        log.add(
            "\(maximumCount + overflow) \(name), the limit is \(maximumCount); the rest is left out",
            at: offset ?? overflowOffset)
    }
}
