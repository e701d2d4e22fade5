/// The head of an answer as it comes in, line by line (RFC 9112 §2.1).
///
/// libcurl accepts an answer that ends within its head as whole, and takes the last of two lengths;
/// here both are noticed.
struct AnswerHead {
    /// Of all heads of the transfer, those of interim answers included.
    private(set) var sizeInBytes = 0
    /// Whether the empty line has come that ends it.
    private(set) var isComplete = false
    /// Whether it states two lengths, so that nobody can say where the body ends (RFC 9112 §6.3).
    private(set) var isContradictory = false
    /// Those that are looked at; printable ASCII only, of several the first.
    private(set) var fields: [HTTPResponse.Header: String] = [:]
    private var length: [UInt8]?

    /// - Parameter line: with its line break, as libcurl hands it over.
    mutating func take(_ line: RawSpan) {
        unsafe line.withUnsafeBytes { unsafe take($0) }
    }

    /// Whether its body claims an encoding that compresses.
    ///
    /// One that claims an encoding that nobody knows mostly is not encoded at all: servers name its alphabet
    /// (`UTF-8`), or how it was once sent to them (`aws-chunked`).
    var isCompressed: Bool {
        guard let names = fields[.contentEncoding]?.lowercased() else { return false }
        return names.split(whereSeparator: { ", ".contains($0) })
            .contains { Self.encodings.contains(String($0)) }
    }

    // MARK: - Private

    /// Those that compress (RFC 9110 §8.4.1, and the registry of content codings).
    private static let encodings: Set<String> = [
        "br", "compress", "dcb", "dcz", "deflate", "exi", "gzip", "pack200-gzip", "x-compress",
        "x-gzip", "zstd",
    ]
    private static let statusLineStart = Array("HTTP/".utf8)
    private static let lengthName = Array("content-length".utf8)
    private static let names = HTTPResponse.Header.allCases.map { ($0, Array($0.rawValue.utf8)) }

    private mutating func take(_ line: UnsafeRawBufferPointer) {
        sizeInBytes += line.count
        guard let first = unsafe line.first else { return }
        if first == UInt8(ascii: "\r") || first == UInt8(ascii: "\n") {
            isComplete = true
        } else if unsafe line.starts(with: Self.statusLineStart) {
            // An interim answer came before (RFC 9110 §15.2).
            isComplete = false
            isContradictory = false
            fields = [:]
            length = nil
        } else if !isComplete {
            // What comes after the body, as trailers, says nothing that is looked at.
            unsafe takeField(line)
        }
    }

    private mutating func takeField(_ line: UnsafeRawBufferPointer) {
        guard let colon = unsafe line.firstIndex(of: UInt8(ascii: ":")) else { return }
        let name = unsafe UnsafeRawBufferPointer(rebasing: line[..<colon])
        if unsafe Self.isName(Self.lengthName, name) {
            let stated = unsafe Self.value(line[(colon + 1)...])
            isContradictory = isContradictory || length.map { $0 != stated } ?? false
            length = stated
        } else if let header = unsafe Self.header(name) {
            let octets = unsafe Self.value(line[(colon + 1)...])
            guard octets.allSatisfy({ (0x20...0x7e).contains($0) }) else { return }
            let text = String(decoding: octets, as: UTF8.self)
            let first = fields[header]
            // Lists may come in several lines (RFC 9110 §5.3); of others the first counts.
            fields[header] = header.isList ? first.map { $0 + ", " + text } ?? text : first ?? text
        }
    }

    private static func header(_ octets: UnsafeRawBufferPointer) -> HTTPResponse.Header? {
        for (header, name) in names where unsafe isName(name, octets) { return header }
        return nil
    }

    private static func value(_ rest: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
        func isSpace(_ octet: UInt8) -> Bool { octet == 0x20 || (0x09...0x0d).contains(octet) }
        guard let start = unsafe rest.firstIndex(where: { !isSpace($0) }),
            let end = unsafe rest.lastIndex(where: { !isSpace($0) })
        else { return [] }
        return unsafe Array(rest[start...end])
    }

    private static func isName(_ name: [UInt8], _ octets: UnsafeRawBufferPointer) -> Bool {
        guard name.count == octets.count else { return false }
        for index in name.indices {
            // Letters in either case: names hold nothing else that this bit would change.
            guard unsafe octets[index] | 0x20 == name[index] else { return false }
        }
        return true
    }
}
