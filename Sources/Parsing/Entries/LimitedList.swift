import Foundation

/// Up to `maximumCount` elements of a list that a document may make as long as it likes.
struct LimitedList<Element> {
    private(set) var elements: [Element] = []
    /// Where the first element beyond the limit stands in the source.
    private(set) var overflowOffset: Int?
    private var overflow = 0
    /// What became of a list that is too long.
    private var remedy = "the rest is left out"
    private let maximumCount: Int

    /// Most feeds have no more entries.
    private static var usualCount: Int { 32 }

    init(maximumCount: Int) {
        self.maximumCount = maximumCount
        elements.reserveCapacity(min(maximumCount, Self.usualCount))
    }

    var isFull: Bool { elements.count >= maximumCount }

    /// Whether something was left out.
    var isCut: Bool { overflow > 0 }

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

    /// Counts those between the first and the last elements that there is no room for.
    mutating func leaveOutMiddle(_ count: Int, at offset: Int) {
        guard count > 0 else { return }
        overflowOffset = min(offset, overflowOffset ?? offset)
        overflow += count
        remedy = "the first and the last are kept"
    }

    /// - Parameters:
    ///   - name: what the elements are, in the plural.
    ///   - offset: where, if not at `overflowOffset`.
    func report(_ name: String = "entries", to log: inout ProblemLog, at offset: Int? = nil) {
        guard let overflowOffset else { return }
        log.add(
            "\(maximumCount + overflow) \(name), the limit is \(maximumCount); \(remedy)",
            at: offset ?? overflowOffset)
    }
}

/// What a list of it that is too long is cut by.
protocol DatedElement {
    /// Where it starts in the source.
    var offset: Int { get }
    /// When it was last heard of; `nil` if it does not say so.
    var latestDate: Date? { get }
}

extension LimitedList where Element: DatedElement {
    /// Makes room for one more where there are twice as many as are kept.
    mutating func appendAmongNewest(_ element: consuming Element) {
        if elements.count >= 2 * max(maximumCount, 1) { keepNewest() }
        append(element)
    }

    /// Leaves out the oldest beyond the limit, wherever in the document they stand: some lists begin with
    /// them, and all that was new in such a list would be lost.
    ///
    /// One without a date is taken for as old as the one before it. Where dates tell nothing, those in
    /// the middle are left out, as lists grow at one of their ends.
    mutating func keepNewest() {
        let excess = elements.count - maximumCount
        guard excess > 0 else { return }
        let dates = Self.dates(of: elements)
        guard let first = dates.first, let last = dates.last, Set(dates).count > 1 else {
            let middle = (maximumCount + 1) / 2
            leaveOutMiddle(excess, at: elements[middle].offset)
            elements.removeSubrange(middle..<middle + excess)
            return
        }
        // Of two of one date the one that stands nearer to where the new ones are.
        let isRising = first < last
        let oldest = Set(
            dates.indices.sorted {
                dates[$0] == dates[$1] ? (isRising ? $0 < $1 : $0 > $1) : dates[$0] < dates[$1]
            }.prefix(excess))
        for index in oldest {
            overflowOffset = min(elements[index].offset, overflowOffset ?? .max)
        }
        elements = elements.indices.filter { !oldest.contains($0) }.map { elements[$0] }
        overflow += excess
        remedy = "the newest are kept"
    }

    /// As many as there are elements; none if none is dated.
    private static func dates(of elements: [Element]) -> [Date] {
        let stated = elements.map(\.latestDate)
        guard var date = stated.firstNonNil(\.self) else { return [] }
        return stated.map {
            if let own = $0 { date = own }
            return date
        }
    }
}

extension Sequence<StatedDate?> {
    /// The latest of several dates; what is wrong about them is not told.
    var latest: Date? {
        var log = ProblemLog(maximumCount: 0)
        return compactMap { $0?.date(log: &log) }.max()
    }
}
