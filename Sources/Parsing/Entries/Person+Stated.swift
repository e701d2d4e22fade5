import Model

extension Person {
    /// Reads an author as RSS has it; `nil` if there is neither name nor address.
    ///
    /// Forms are `jan@example.pl (Jan Nowak)`, `Jan Nowak <jan@example.pl>`, `Jan Nowak
    /// (jan@example.pl)`, the archives' `jan at example.pl (Jan Nowak)`, and either part alone.
    init?(stated text: String?) {
        guard var text = text?.nonEmpty else { return nil }
        if text.lowercased().hasPrefix("mailto:") { text = String(text.dropFirst(7)).trimmed }
        if !text.utf8.contains(UInt8(ascii: "@")) {
            let archived = Self.split(text, at: "(", and: ")").flatMap { before, within in
                within.isEmpty ? nil : (name: within, email: before.replacing(" at ", with: "@"))
            }
            if let archived, Self.isAddress(archived.email) {
                self.init(name: archived.name, email: archived.email)
            } else {
                self.init(name: text)
            }
        } else if let (before, within) = Self.split(text, at: "(", and: ")"), Self.isAddress(before)
        {
            self.init(name: within.nonEmpty, email: before)
        } else if let (before, within) = Self.split(text, at: "<", and: ">"), Self.isAddress(within)
        {
            self.init(name: before.trimmingQuotes.nonEmpty, email: within)
        } else if let (before, within) = Self.split(text, at: "(", and: ")"), Self.isAddress(within)
        {
            self.init(name: before.nonEmpty, email: within)
        } else if Self.isAddress(text) {
            self.init(email: text)
        } else {
            self.init(name: text)
        }
    }

    /// Reads an author who is written in elements, as Atom and FOAF have it; `nil` if they say nothing.
    init?(markup: [UInt8]) {
        var person = Person()
        var tokens = HTMLTokenizer(markup)
        var element: ShortName?
        var rest: [String] = []
        while let token = tokens.next() {
            switch token {
            case .startTag(let name, _): element = name
            case .endTag: element = nil
            case .text(let range):
                let text = HTMLReference.decodedText(markup, range).trimmed
                guard !text.isEmpty else { continue }
                switch element {
                case "name", "foaf:name": person.name.keep(text)
                case "email", "foaf:mbox": person.email.keep(text)
                case "uri", "url", "homepage", "foaf:homepage": person.uri.keep(text)
                default: rest.append(text)
                }
            }
        }
        if person == Person() {
            self.init(stated: rest.joined(separator: " "))
        } else {
            self = person
        }
    }

    // MARK: - Private

    /// What stands before `open`, and between it and `close` at the end.
    private static func split(_ text: String, at open: Character, and close: Character)
        -> (before: String, within: String)?
    {
        guard text.last == close, let start = text.firstIndex(of: open) else { return nil }
        return (text[..<start].trimmed, text[text.index(after: start)...].dropLast().trimmed)
    }

    private static func isAddress(_ text: String) -> Bool {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        return halves.count == 2 && !halves[0].isEmpty && halves[1].contains(".")
            && !text.utf8.contains(where: \.isASCIISpace)
    }
}
