import Model

/// What a mail says of itself, and its words (RFC 5322, RFC 2045).
package struct MailDocument: Sendable {
    /// Without the angle brackets around it; `nil` where it has none.
    package let id: String?
    /// As HTML, as `html` is.
    package let subject: String?
    /// The name of whoever wrote it; the address, where there is no name.
    package let author: String?
    /// As it stands there.
    package let date: String?
    /// As HTML, lines and all; `nil` where it has none that people read.
    package let html: String?
    /// Whether the mail program that keeps it has it as a draft, or as thrown away, and has only not made
    /// room yet.
    package let isThrownAway: Bool
    /// Whether no person wrote it: an answer by a program while somebody is away, or a notice that another mail
    /// was not delivered, or was read (RFC 3834, RFC 6522).
    package let isAutomatic: Bool

    /// - Parameter bytes: from its first field on; what comes behind the most parts that are read is
    ///   passed over.
    /// - Returns: `nil` for what has no head of fields.
    package init?(_ bytes: ArraySlice<UInt8>) {
        let entity = MailEntity(bytes)
        guard !entity.fields.isEmpty else { return nil }
        id = entity.fields["message-id"].map(Self.unbracketed).flatMap(\.nonEmpty)
        subject = entity.fields["subject"].map(MailWords.decoded)?.nonEmpty?.escapedAsHTML
        let name = (entity.fields["from"] ?? entity.fields["sender"]).flatMap(Self.name)
        let isOfList = (entity.fields["list-id"] ?? entity.fields["list-post"]) != nil
        author = isOfList ? name.map(Self.withoutList) : name
        date = entity.fields["date"].map(Self.withoutComment).flatMap(\.nonEmpty)
        // Thunderbird's bits, of which 8 is "expunged", and those of pine and Dovecot, which have drafts
        // in the same box.
        let bits = entity.fields["x-mozilla-status"].flatMap { Int($0, radix: 16) } ?? 0
        isThrownAway =
            bits & 0x8 != 0 || entity.fields["x-status"]?.contains { "DT".contains($0) } ?? false
        isAutomatic = Self.isAutomatic(entity.fields, subject: subject ?? "")
        var parts = Self.mostParts
        html = entity.readable(depth: 0, parts: &parts)?.html
    }

    /// Whether a text begins with the head of a mail: it says when it was written, and by whom or under
    /// which id.
    package static func isMail(_ head: some Collection<UInt8>) -> Bool {
        let fields = MailEntity(Array(head.prefix(longestHead))[...]).fields
        return fields["date"] != nil && fields["from"] != nil
            && (fields["message-id"] ?? fields["received"] ?? fields["mime-version"]) != nil
    }

    // MARK: - Private

    private static let longestHead = 64 << 10
    private static let mostParts = 200

    /// What contact forms send for people is made by programs too, and says so.
    private static func isAutomatic(_ fields: [String: String], subject: String) -> Bool {
        let type = fields["content-type"]?.lowercased() ?? ""
        let submitted = fields["auto-submitted"]?.lowercased() ?? "no"
        let subject = subject.lowercased()
        return type.hasPrefix("multipart/report") || submitted.hasPrefix("auto-replied")
            || fields["x-failed-recipients"] != nil || fields["x-autoreply"]?.lowercased() == "yes"
            || submitted.hasPrefix("auto-") && answersWhileAway.contains(where: subject.hasPrefix)
    }

    /// What Exchange puts before the subject that it answers, in lower case.
    private static let answersWhileAway = [
        "automatic reply:", "out of office:", "automatyczna odpowiedź:", "odpowiedź automatyczna:",
        "automātiska atbilde:", "automātiskā atbilde:", "automatische antwort:",
        "автоматический ответ:",
    ]

    private static func unbracketed(_ text: String) -> String {
        guard let start = text.firstIndex(of: "<"),
            let end = text[start...].firstIndex(of: ">")
        else { return text.trimmed }
        return String(text[text.index(after: start)..<end])
    }

    /// `Sat, 21 Nov 2026 18:00:00 +0100 (CET)`, without the zone's name, which the number says.
    private static func withoutComment(_ text: String) -> String {
        String(text.prefix { $0 != "(" }).trimmed
    }

    /// `'Ola Żak' via Kawka`, as lists write it that send by their own address, is `Ola Żak`.
    private static func withoutList(_ name: String) -> String {
        guard let via = name.firstRange(of: " via ") else { return name }
        return name[..<via.lowerBound].trimmed.trimmingQuotes.nonEmpty ?? name
    }

    /// The first of several who wrote it: `"Żak, Ola" <ola@poczta.example>` is `Żak, Ola`.
    private static func name(_ field: String) -> String? {
        var isQuoted = false
        let first = field.prefix { character in
            if character == "\"" { isQuoted.toggle() }
            return isQuoted || character != ","
        }
        guard let open = first.lastIndex(of: "<") else {
            // Archives of mailing lists have `ola at poczta.example (Ola Żak)`.
            let person = Person(stated: String(first).trimmed)
            return person?.name.map(MailWords.decoded)?.nonEmpty ?? person?.email
        }
        let name = MailWords.decoded(String(first[..<open]).replacing("\"", with: ""))
        let address = first[first.index(after: open)...].prefix { $0 != ">" }
        return name.nonEmpty ?? String(address).trimmed.nonEmpty
    }
}
