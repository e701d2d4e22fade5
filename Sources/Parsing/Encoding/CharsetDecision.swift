/// Decides in which charset a document is written: by its byte-order mark, else by the transport, else
/// by its own declaration, else by its letters (RFC 7303 §3, and the Encoding Standard for pages).
///
/// A label that the bytes themselves disprove is not believed: bytes that are not UTF-8 are not read
/// as UTF-8, letters where ISO 8859-2 has only control characters make it windows-1250, and bytes that
/// are no language's letters as stated, but Polish or Latvian in another charset, are in that one. What
/// the document declares itself goes before a guess, and before ISO 8859-1 from the transport, which
/// HTTP once had for whatever said nothing else (RFC 2616 §3.7.1).
struct CharsetDecision {
    let charset: Charset
    /// Bytes of the byte-order mark.
    let markLength: Int
    /// What was not as stated; `nil` if nothing was.
    private(set) var problem: String?
    /// A charset that only the system's library reads; `charset` says nothing then.
    let systemCharset: SystemCharset?
    /// Whether the bytes are known to be UTF-8 throughout.
    private(set) var isValidUTF8 = false

    /// - Throws: `.unknownCharset` if a charset is stated that nobody reads and the bytes are neither
    ///   UTF-8 nor letters of a language we know.
    init(_ bytes: [UInt8], contentType: String?) throws(ParseError) {
        if let (charset, length) = Self.mark(of: bytes) {
            self.init(charset, markLength: length)
            return
        }
        if let charset = Self.wideCharset(of: bytes) {
            self.init(charset)
            return
        }
        let sent = contentType.flatMap(Self.label(inContentType:))
        let labels = [sent, Self.label(inDeclarationOf: bytes)].compactMap(\.self)
        let evidence = UTF8Evidence(bytes)
        let known = labels.filter { Charset(label: $0) != nil }
        if let label = known.first {
            try self.init(
                label: label, second: known.dropFirst().first, bytes: bytes, evidence: evidence)
            if let first = labels.first, first != label, problem == nil {
                problem = "unknown charset '\(first)'; read as \(charset.rawValue)"
            }
        } else if !evidence.isLikely,
            let charset = labels.lazy.compactMap(SystemCharset.init(label:)).first
        {
            self.init(.utf8, systemCharset: charset)
        } else if let label = labels.first {
            try self.init(label: label, second: nil, bytes: bytes, evidence: evidence)
        } else {
            self.init(evidence.isLikely ? .utf8 : CharsetGuess.charset(of: bytes))
        }
        isValidUTF8 = charset == .utf8 && systemCharset == nil && evidence.isValid
    }

    // MARK: - Private

    private init(
        _ charset: Charset, markLength: Int = 0, problem: String? = nil,
        systemCharset: SystemCharset? = nil
    ) {
        self.charset = charset
        self.markLength = markLength
        self.problem = problem
        self.systemCharset = systemCharset
    }

    /// - Parameter second: what else is stated, which goes before a guess; `nil` if nothing is.
    private init(
        label: String, second: String?, bytes: [UInt8], evidence: UTF8Evidence
    ) throws(ParseError) {
        switch Charset(label: label) {
        case .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian:
            // Text in two or four bytes a character was told by its zeros above: here it is not.
            if evidence.isLikely {
                let isStated = Charset(label: label) == .utf8
                self.init(
                    .utf8, problem: isStated ? nil : "not \(label) as stated; read as utf-8")
            } else if let second, Charset(label: second)?.upperHalf != nil {
                // A server that says utf-8 of whatever it sends.
                try self.init(label: second, second: nil, bytes: bytes, evidence: evidence)
                problem = "not \(label) as stated; read as \(charset.rawValue)"
            } else {
                let guess = CharsetGuess.charset(of: bytes)
                self.init(guess, problem: "not \(label) as stated; read as \(guess.rawValue)")
            }
        case .some where evidence.isCertain:
            self.init(.utf8, problem: "not \(label) as stated; read as utf-8")
        case .windows1252 where second.flatMap(Charset.init(label:))?.upperHalf != nil:
            // What servers say of any text that nobody has told them more of.
            try self.init(label: second ?? label, second: nil, bytes: bytes, evidence: evidence)
            if charset != .windows1252 {
                problem = "not \(label) as stated; read as \(charset.rawValue)"
            }
        case .iso88592
        where CharsetGuess.withoutUTF8(bytes).contains(where: CharsetGuess.isWindows1250Letter):
            self.init(.windows1250, problem: "not \(label) as stated; read as windows-1250")
        case .iso885913
        where CharsetGuess.withoutUTF8(bytes).contains(where: CharsetGuess.isWindowsQuote):
            // Another Windows charset by mistake is as likely as the one that is nearly the same.
            let truth = CharsetGuess.contradiction(of: .windows1257, by: bytes) ?? .windows1257
            self.init(truth, problem: "not \(label) as stated; read as \(truth.rawValue)")
        case .windows1257
        where CharsetGuess.withoutUTF8(bytes).contains(where: CharsetGuess.isBalticQuote)
            && !CharsetGuess.withoutUTF8(bytes).contains(where: CharsetGuess.isWindowsQuote):
            let truth = CharsetGuess.contradiction(of: .iso885913, by: bytes) ?? .iso885913
            self.init(truth, problem: "not \(label) as stated; read as \(truth.rawValue)")
        case .some(let charset):
            let truth = CharsetGuess.contradiction(of: charset, by: bytes)
            self.init(
                truth ?? charset,
                problem: truth.map { "not \(label) as stated; read as \($0.rawValue)" })
        case nil where evidence.isLikely:
            self.init(.utf8, problem: "unknown charset '\(label)'; read as utf-8")
        case nil:
            guard let guess = CharsetGuess.evidentCharset(of: bytes) else {
                throw .unknownCharset(label)
            }
            self.init(guess, problem: "unknown charset '\(label)'; read as \(guess.rawValue)")
        }
    }

    private static func mark(of bytes: [UInt8]) -> (Charset, length: Int)? {
        // The mark of UTF-32 starts with that of UTF-16, so it is looked for first.
        let marks: [([UInt8], Charset)] = [
            ([0xFF, 0xFE, 0x00, 0x00], .utf32LittleEndian),
            ([0x00, 0x00, 0xFE, 0xFF], .utf32BigEndian),
            ([0xEF, 0xBB, 0xBF], .utf8),
            ([0xFF, 0xFE], .utf16LittleEndian),
            ([0xFE, 0xFF], .utf16BigEndian),
        ]
        return marks.first { bytes.starts(with: $0.0) }.map { ($0.1, $0.0.count) }
    }

    /// Tells text of two or four bytes a character without a mark by the zeros in its first `<` or
    /// `{` (XML 1.0 appendix F).
    private static func wideCharset(of bytes: [UInt8]) -> Charset? {
        guard bytes.count >= 4 else { return nil }
        return switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
        case (0, 0, 0, 1...0x7F): .utf32BigEndian
        case (1...0x7F, 0, 0, 0): .utf32LittleEndian
        case (0, 1...0x7F, 0, 1...0x7F): .utf16BigEndian
        case (1...0x7F, 0, 1...0x7F, 0): .utf16LittleEndian
        default: nil
        }
    }

    private static func label(inContentType contentType: String) -> String? {
        for parameter in contentType.split(separator: ";").dropFirst() {
            let halves = parameter.split(separator: "=", maxSplits: 1)
            guard halves.count == 2, halves[0].trimmed.lowercased() == "charset" else { continue }
            let label = halves[1].trimmed.trimmingQuotes
            return label.isEmpty ? nil : label
        }
        return nil
    }

    /// Reads `encoding` of an XML declaration, or `charset` of a page's `meta`, in the first KiB.
    private static func label(inDeclarationOf bytes: [UInt8]) -> String? {
        let head = Array(bytes.prefix(1024))
        let start = head.offsetPastSpaces(from: 0)
        if head.hasPrefix("<?xml", at: start) {
            let end = head.offset(of: "?>", from: start) ?? head.count
            return value(after: "encoding", in: head, from: start, to: end)
        }
        var position = start
        while let tag = head.offset(of: "<", from: position) {
            position = tag + 1
            guard head.hasPrefix("<meta", at: tag) else { continue }
            let end = head.offset(of: .greaterThan, from: tag, to: head.count)
            if let label = value(after: "charset", in: head, from: tag, to: end) { return label }
        }
        return nil
    }

    private static func value(
        after name: StaticString, in head: [UInt8], from start: Int, to end: Int
    ) -> String? {
        guard let place = (start..<end).first(where: { head.hasPrefix(name, at: $0) }) else {
            return nil
        }
        var position = head.offsetPastSpaces(from: place + name.utf8CodeUnitCount)
        guard position < end, head[position] == .equals else { return nil }
        position = head.offsetPastSpaces(from: position + 1)
        if position < end, head[position] == .quote || head[position] == .apostrophe {
            position += 1
        }
        let last = (position..<max(position, end)).first { !head[$0].isNamePart } ?? end
        return position < last ? head.text(position..<last) : nil
    }
}

/// How far bytes are UTF-8.
struct UTF8Evidence {
    /// Characters of more than one byte.
    private(set) var characters = 0
    /// Bytes beyond ASCII that are part of no character.
    private(set) var strayBytes = 0
    /// Whether the bytes are UTF-8 throughout.
    let isValid: Bool

    init(_ bytes: [UInt8]) {
        isValid = bytes.isUTF8
        guard !isValid else {
            characters = bytes.offsetPastASCII(from: 0) < bytes.count ? 1 : 0
            return
        }
        var index = 0
        while index < bytes.count {
            let length = bytes.lengthOfUTF8Scalar(at: index)
            if length > 1 { characters += 1 }
            if length == 0 { strayBytes += 1 }
            index += max(length, 1)
        }
    }

    /// Nothing speaks against UTF-8, or little: a title cut in the middle of a character.
    var isLikely: Bool { strayBytes <= characters }
    /// Text in another charset is hardly ever UTF-8 by chance.
    var isCertain: Bool { strayBytes == 0 && characters > 0 }
}

extension [UInt8] {
    /// Bytes of the character at `index`, 1 … 4; 0 if there is none.
    ///
    /// What only looks like one, as half of a pair of UTF-16 does, counts: it shows what was meant.
    func lengthOfUTF8Scalar(at index: Int) -> Int {
        let lead = self[index]
        let length =
            switch lead {
            case 0..<0x80: 1
            case 0xC2..<0xE0: 2
            case 0xE0..<0xF0: 3
            case 0xF0..<0xF5: 4
            default: 0
            }
        guard length > 0, index + length <= count else { return 0 }
        for offset in 1..<Swift.max(length, 1) where self[index + offset] & 0xC0 != 0x80 {
            return 0
        }
        return length
    }
}
