/// The lines of a robots.txt: ended by CR, LF, both or the end of the file.
///
/// A byte order mark is passed over, and so is every NUL: a path holds none, and without them a
/// file saved as UTF-16 reads like any other. What goes beyond the limits is not read. The line
/// that the limit of the file cuts is left out whole, as half of `Disallow: /private/` could
/// forbid everything; one byte behind the limit is asked for, to see whether there is one.
struct RobotsLines<Octets: Sequence<UInt8>>: Sequence, IteratorProtocol {
    private var octets: Octets.Iterator
    private var remaining = RobotsLimits.fileSizeInBytes
    private var isFirst = true
    private var isAtEnd = false

    init(_ octets: Octets) {
        self.octets = octets.makeIterator()
    }

    mutating func next() -> [UInt8]? {
        var line: [UInt8] = []
        while !isAtEnd {
            guard let octet = octets.next() else {
                isAtEnd = true
                return line.isEmpty ? nil : finished(line)
            }
            guard remaining > 0 else {
                isAtEnd = true
                break
            }
            remaining -= 1
            switch octet {
            case 0: continue
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return finished(line)
            default:
                if line.count < RobotsLimits.lineLengthInBytes { line.append(octet) }
            }
        }
        return nil
    }

    // MARK: - Private

    private mutating func finished(_ line: [UInt8]) -> [UInt8] {
        defer { isFirst = false }
        guard isFirst, let mark = byteOrderMarks.first(where: line.starts) else { return line }
        return Array(line.dropFirst(mark.count))
    }
}

/// How much of a robots.txt is read.
enum RobotsLimits {
    static let fileSizeInBytes = 512 << 10
    static let lineLengthInBytes = 16 << 10
}

/// Of UTF-8 and of both kinds of UTF-16.
private let byteOrderMarks: [[UInt8]] = [[0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]]
