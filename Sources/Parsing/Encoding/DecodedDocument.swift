/// A document's text as clean UTF-8: no byte-order mark, no broken characters, none of the control
/// characters that XML forbids.
struct DecodedDocument {
    let bytes: [UInt8]

    /// - Throws: `.unknownCharset`.
    init(_ raw: [UInt8], contentType: String?, log: inout ProblemLog) throws(ParseError) {
        let decision = try CharsetDecision(raw, contentType: contentType)
        if let problem = decision.problem { log.add(problem, at: 0) }
        let body = decision.markLength == 0 ? raw : Array(raw.dropFirst(decision.markLength))
        var text =
            decision.systemCharset?.decoded(body)
            ?? (decision.isValidUTF8 ? body : Self.decode(body, decision.charset, log: &log))
        if let meant = DoubleEncoding.undone(text) {
            log.add("utf-8 that was encoded once more; undone", at: text.offsetPastASCII(from: 0))
            text = meant
        }
        if let (meant, place) = DoubleEncoding.undoneInFields(text) {
            log.add("fields of utf-8 that was encoded once more; undone", at: place)
            text = meant
        }
        bytes = Self.withoutControls(text, log: &log)
    }

    // MARK: - Private

    private static func decode(_ bytes: [UInt8], _ charset: Charset, log: inout ProblemLog)
        -> [UInt8]
    {
        let text: [UInt8]
        switch charset {
        case .utf8:
            if bytes.isUTF8 { return bytes }
            if let (mixed, other) = MixedText.mostlyUTF8(bytes) {
                log.add(
                    "text that is not utf-8; read as \(other.rawValue)", at: mixed.firstOther ?? 0)
                text = mixed.bytes
            } else {
                text = Array(String(decoding: bytes, as: UTF8.self).utf8)
            }
        case .utf16LittleEndian, .utf16BigEndian:
            let units = bytes.units(of: UInt16.self, isBigEndian: charset == .utf16BigEndian)
            text = Array(String(decoding: units, as: UTF16.self).utf8)
        case .utf32LittleEndian, .utf32BigEndian:
            let units = bytes.units(of: UInt32.self, isBigEndian: charset == .utf32BigEndian)
            text = Array(String(decoding: units, as: UTF32.self).utf8)
        default:
            let mixed = MixedText(mostly: charset, bytes)
            if let place = mixed.firstOther {
                log.add("text that is not \(charset.rawValue); read as utf-8", at: place)
            }
            text = mixed.bytes
        }
        if bytes.count % charset.unitSize != 0 {
            log.add("half a character at the end; left out", at: text.count)
        }
        if let place = text.offset(of: "\u{FFFD}", from: 0) {
            log.add("bytes that are not \(charset.rawValue); read as U+FFFD", at: place)
        }
        return text
    }

    /// Drops the control characters that no XML document may hold; NUL would even end it.
    ///
    /// U+FFFE and U+FFFF are no characters either (XML 1.0 §2.2).
    private static func withoutControls(_ text: [UInt8], log: inout ProblemLog) -> [UInt8] {
        var clean = text
        if text.hasForbiddenControl, let first = text.firstIndex(where: \.isForbiddenControl) {
            log.add("control characters; left out", at: first)
            clean.removeAll(where: \.isForbiddenControl)
        }
        // The first byte of both.
        guard clean.holds(0xEF) else { return clean }
        for noncharacter: StaticString in ["\u{FFFE}", "\u{FFFF}"] {
            guard let first = clean.offset(of: noncharacter, from: 0) else { continue }
            log.add("forbidden characters; left out", at: first)
            clean = clean.without(noncharacter)
        }
        return clean
    }
}

extension UInt8 {
    fileprivate var isForbiddenControl: Bool {
        self < 0x20 && self != .tab && self != .lineFeed && self != .carriageReturn
    }
}

extension [UInt8] {
    /// Goes through all of the bytes, and without a branch: so the compiler does many at a time, where
    /// a search that stops at the first does one.
    fileprivate var hasForbiddenControl: Bool {
        var found: UInt8 = 0
        for byte in self {
            let isControl: UInt8 = byte < 0x20 ? 1 : 0
            let isBlank: UInt8 =
                byte == .tab || byte == .lineFeed || byte == .carriageReturn ? 1 : 0
            found |= isControl & ~isBlank
        }
        return found != 0
    }

    fileprivate func without(_ pattern: StaticString) -> [UInt8] {
        var kept: [UInt8] = []
        var position = 0
        while let place = offset(of: pattern, from: position) {
            kept.append(contentsOf: self[position..<place])
            position = place + pattern.utf8CodeUnitCount
        }
        return kept + self[position...]
    }

    /// The bytes as wider numbers; an odd rest at the end is left out.
    func units<Unit: FixedWidthInteger>(of type: Unit.Type, isBigEndian: Bool) -> [Unit] {
        let width = Unit.bitWidth / 8
        return stride(from: 0, to: count - count % width, by: width).map { start in
            var unit: Unit = 0
            for offset in 0..<width {
                let place = isBigEndian ? start + offset : start + width - 1 - offset
                unit = unit << 8 | Unit(self[place])
            }
            return unit
        }
    }
}
