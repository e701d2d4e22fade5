/// A mail, or a part of one: its fields, and what is below them (RFC 2045, RFC 2046).
struct MailEntity {
    /// By their names in lower case, unfolded; of several the first.
    let fields: [String: String]
    private let body: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        var values: [String: [UInt8]] = [:]
        var current: (name: String, value: [UInt8])?
        func keep() {
            guard let (name, value) = current, values[name] == nil else { return }
            values[name] = value
        }
        var rest = bytes
        while !rest.isEmpty {
            let line = rest.prefix { $0 != .lineFeed }
            rest = rest[line.endIndex...].dropFirst()
            let text = line.last == .carriageReturn ? line.dropLast() : line
            if text.isEmpty { break }
            if text.first == .space || text.first == .tab {
                let room = Self.longestField - (current?.value.count ?? 0)
                if room > 0 {
                    current?.value += [.space] + text.drop(while: \.isASCIISpace).prefix(room)
                }
                continue
            }
            keep()
            current = Self.field(text)
        }
        keep()
        // Old programs write their head as they write the words below it, and do not say so.
        let charset = values["content-type"].flatMap {
            MailParameters(Self.text($0, charset: nil))["charset"]
        }
        fields = values.mapValues { Self.text($0, charset: charset).trimmed }
        body = rest
    }

    /// What people read of it.
    struct Readable {
        var text: String
        let isPlain: Bool
        /// Whether its lines are those of who wrote it, and do not end where there was no more room.
        var setsLines: Bool

        var html: String {
            let html = text.escapedAsHTML
            return setsLines ? html.replacing("\n", with: "<br>") : html
        }

        /// Goes on with what stands behind a picture; what is of another kind was put there by a server.
        mutating func append(_ next: Readable) {
            guard next.isPlain == isPlain, !MailSignature.isAll(of: next.text, isPlain: isPlain)
            else { return }
            text += "\n\n\(next.text)"
            setsLines = setsLines || next.setsLines
        }
    }

    /// The words of the parts that are shown: of several ways to say the same, the plain one.
    ///
    /// What is attached, and mails in the mail, are somebody else's or nobody's words; what is answered is
    /// in lines that start with `> `, whoever put it there.
    func readable(depth: Int, parts: inout Int) -> Readable? {
        parts -= 1
        guard parts >= 0, depth < Self.deepest else { return nil }
        guard fields["content-disposition"]?.lowercased().hasPrefix("attachment") != true else {
            return nil
        }
        let type = MailParameters(fields["content-type"] ?? "text/plain")
        // Mails in the mail, which do not say each that they are one (RFC 2046 §5.1.5).
        if type.value == "multipart/digest" { return nil }
        if type.value.hasPrefix("multipart/") {
            // Without the lines of its boundary it is not what it says.
            return readableParts(type, depth: depth, parts: &parts) ?? words(isPlain: true, type)
        }
        // RFC 2045 §5.2: what says nothing that is a type is plain text.
        let isPlain = type.value == "text/plain" || !type.value.contains("/")
        guard isPlain || type.value == "text/html" else { return nil }
        return words(isPlain: isPlain, type)
    }

    // MARK: - Private

    private static let deepest = 20
    /// In bytes.
    private static let longestField = 10_000

    /// What people read of its parts: `.none` within where that is nothing, `nil` where it has none.
    private func readableParts(_ type: MailParameters, depth: Int, parts: inout Int) -> Readable?? {
        guard let boundary = type["boundary"] else { return nil }
        let isAlternative = type.value == "multipart/alternative"
        var isParted = false
        var found: Readable?
        for part in MailParts(body, boundary: boundary) {
            isParted = true
            guard parts > 0 else { break }
            let entity = MailEntity(part)
            if found != nil, !isAlternative, entity.isFile { continue }
            guard let next = entity.readable(depth: depth + 1, parts: &parts) else { continue }
            if found == nil || isAlternative && next.isPlain {
                found = next
            } else if !isAlternative {
                found?.append(next)
            }
            // What others are only pieces of is the first (RFC 2387 §3.2).
            if isAlternative && next.isPlain || type.value == "multipart/related" { break }
        }
        return isParted ? .some(found) : nil
    }

    private func words(isPlain: Bool, _ type: MailParameters) -> Readable? {
        let bytes = MailEncoding.decoded(body, fields["content-transfer-encoding"] ?? "")
        let sent = MailWords.text(bytes, charset: type["charset"])
        var setsLines = !isPlain
        var text = sent
        if isPlain {
            text = sent.replacing("\r\n", with: "\n")
            if type["format"]?.lowercased() == "flowed",
                let unbroken = FlowedText.unbroken(
                    text, deletesBlank: type["delsp"]?.lowercased() == "yes")
            {
                (text, setsLines) = (unbroken, true)
            }
        } else {
            text = PlainText.text(ofHTML: sent)
        }
        text = LinkList.removed(from: text)
        let said = MailText.mayBe(in: text) ? MailText.settled(text) : text.nonEmpty
        return said.flatMap { MailSignature.removed(from: $0, isPlain: isPlain) }.map {
            Readable(text: $0, isPlain: isPlain, setsLines: setsLines)
        }
    }

    /// Whether it has a name to be saved by.
    private var isFile: Bool {
        let type = MailParameters(fields["content-type"] ?? "")
        let place = MailParameters(fields["content-disposition"] ?? "")
        return (type["name"] ?? type["name*"] ?? place["filename"] ?? place["filename*"]) != nil
    }

    private static func field(_ line: ArraySlice<UInt8>) -> (name: String, value: [UInt8])? {
        let name = line.prefix { $0 != .colon }
        // RFC 5322 §2.2: a name has no blanks; some programs put one before the colon.
        let bare = name.last == .space ? name.dropLast() : name
        guard name.endIndex < line.endIndex, !bare.isEmpty,
            bare.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        let value = line[name.endIndex...].dropFirst().prefix(longestField)
        return (String(decoding: bare, as: UTF8.self).lowercased(), Array(value))
    }

    private static func text(_ bytes: [UInt8], charset: String?) -> String {
        String(validating: bytes, as: UTF8.self) ?? MailWords.text(bytes, charset: charset)
    }
}

/// The parts of a body between the lines of its boundary (RFC 2046 §5.1.1).
struct MailParts: Sequence, IteratorProtocol {
    private var rest: ArraySlice<UInt8>
    private let mark: [UInt8]
    private var isInside = false
    private var isOver = false

    init(_ body: ArraySlice<UInt8>, boundary: String) {
        rest = body
        mark = Array("--\(boundary)".utf8)
    }

    mutating func next() -> ArraySlice<UInt8>? {
        while !isOver {
            var line = rest
            while !line.isEmpty, !isBoundary(line) {
                line = line[line.prefix { $0 != .lineFeed }.endIndex...].dropFirst()
            }
            let part = rest[..<line.startIndex]
            // A body that was cut has no last boundary.
            isOver = line.isEmpty || line.dropFirst(mark.count).starts(with: "--".utf8)
            rest = line[line.prefix { $0 != .lineFeed }.endIndex...].dropFirst()
            if isInside { return part }
            isInside = true
        }
        return nil
    }

    private func isBoundary(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: mark) else { return false }
        let rest = line.dropFirst(mark.count)
        return rest.first?.isASCIISpace ?? true || rest.starts(with: "--".utf8)
    }
}

/// A field with parameters: `text/html; charset="utf-8"`.
struct MailParameters {
    /// In lower case.
    let value: String
    private let parameters: [String: String]

    init(_ field: String) {
        var pieces: [String] = [""]
        var isQuoted = false
        for character in field {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ";", !isQuoted {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        value = pieces[0].trimmed.lowercased()
        parameters = pieces.dropFirst().reduce(into: [:]) { parameters, piece in
            let parts = piece.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { return }
            parameters[String(parts[0]).trimmed.lowercased()] = String(parts[1]).trimmed
        }
    }

    subscript(name: String) -> String? { parameters[name] }
}

extension String {
    /// As HTML that says the same.
    var escapedAsHTML: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}
