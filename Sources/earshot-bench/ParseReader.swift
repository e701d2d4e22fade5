import ArgumentParser
import Model
import Parsing

/// Who reads the documents: we, or a bare pass over libxml2's callbacks that we are measured against.
enum ParseReader: String, Codable, CaseIterable, ExpressibleByArgument {
    /// Everything a run does with a document: entries as values, their HTML as text.
    case ours
    /// The same fields copied out of libxml2's callbacks, and their HTML stripped of its tags.
    case bare
    /// As `bare`, but CDATA sections are swapped for instructions, so that libxml2 skips them.
    case bareSwap = "bare-swap"
    /// As `bare`, but HTML stays as it is.
    case bareFields = "bare-fields"

    /// Reads all documents so many times.
    func measure(_ documents: [[UInt8]], passes: Int) throws -> ParseMeasurement {
        var tally = ParseTally()
        let meter = Meter()
        switch self {
        case .ours:
            for _ in 0..<passes { Self.parse(documents, &tally) }
        case .bare, .bareSwap, .bareFields:
            let parser = BareParser(
                makesText: self != .bareFields, swapsSections: self == .bareSwap)
            for _ in 0..<passes {
                for document in documents { tally.add(entries: parser.entries(in: document)) }
            }
        }
        let cost = meter.reading
        return ParseMeasurement(
            reader: self, documents: documents.count, read: tally.documents / passes,
            entries: tally.entries / passes,
            megabytes: Double(documents.reduce(0) { $0 + $1.count }) / 1e6, passes: passes,
            cost: cost)
    }

    // MARK: - Private

    private static func parse(_ documents: [[UInt8]], _ tally: inout ParseTally) {
        let parser = DocumentParser()
        for document in documents {
            do {
                tally.add(entries: try parser.parse(document).entries.count)
            } catch {
                // Counted as not read, which the table shows.
                continue
            }
        }
    }
}

/// What came of all documents.
private struct ParseTally {
    /// Documents with an entry in them.
    private(set) var documents = 0
    private(set) var entries = 0

    mutating func add(entries count: Int) {
        entries += count
        if count > 0 { documents += 1 }
    }
}
