import Model

extension Person {
    /// The authors in an element of RSS, with tags in it or without.
    ///
    /// Some write Atom's `<name>` and `<email>` into it, or a person of FOAF, whose values may be
    /// attributes as well; several of them one behind the other, or in a list of RDF. Tags that say
    /// nothing of the kind fall away. Without tags, authors may stand in a list.
    static func people(written text: String) -> [Person] {
        // An address in angle brackets is no tag; nearly every author is a name and nothing else.
        guard text.utf8.span.holds(.lessThan), text.contains("</") || text.contains("/>") else {
            guard let line = PlainText.line(ofField: text) else { return [] }
            return list(line) ?? [Person(stated: line)].compactMap(\.self)
        }
        return Fields.all(in: Array(text.utf8)).compactMap(Person.init)
    }

    // MARK: - Private

    /// `nil` where it may be one name: "Nowak, Jan" is, as is "Jan Nowak, Gazeta".
    private static func list(_ line: String) -> [Person]? {
        let bytes = line.utf8.span
        guard bytes.count <= longestList else { return nil }
        for separator: Character in [";", ","] {
            guard let sign = separator.asciiValue, bytes.holds(sign) else { continue }
            let parts = line.split(separator: separator).map(\.trimmed)
            let people = parts.compactMap { Person(stated: $0) }
            guard people.count > 1 else { continue }
            // Within brackets, as behind an address (RSS 2.0, "author"), it parts no names.
            if separator == ";" && !bytes.holds(UInt8(ascii: "("))
                || people.allSatisfy({ $0.email != nil })
                || parts.allSatisfy(isFullName)
            {
                return people
            }
        }
        return nil
    }

    /// Whether it is two to four words of letters, all of them in capitals or starting with one.
    private static func isFullName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return (2...4).contains(words.count)
            && words.allSatisfy { word in
                word.first?.isUppercase == true
                    && word.allSatisfy { $0.isLetter || "-.'’".contains($0) }
            }
    }

    /// In bytes.
    private static let longestList = 2_048

    private init?(_ fields: Fields) {
        let email = fields.email.map(Self.withoutScheme)
        guard let name = Person(stated: fields.name ?? (email == nil ? fields.text : nil)) else {
            guard email != nil else { return nil }
            self.init(email: email, uri: fields.uri)
            return
        }
        self.init(name: name.name, email: email ?? name.email, uri: fields.uri)
    }

    /// What the elements of a person hold, and their attributes.
    private struct Fields {
        private(set) var name: String?
        private(set) var email: String?
        private(set) var uri: String?
        /// Whatever stands between the tags.
        private(set) var text = ""

        /// Another person starts with another name.
        static func all(in markup: [UInt8]) -> [Fields] {
            var people = [Fields()]
            var tokens = HTMLTokenizer(markup)
            var open: ShortName?
            while let token = tokens.next() {
                switch token {
                case .text(let range):
                    guard let text = PlainText.line(ofHTML: Array(markup[range])) else { continue }
                    if open == "name", people.last?.name != nil { people.append(Fields()) }
                    people[people.count - 1].add(text, as: open)
                case .startTag(let element, let range):
                    if element == "li", people.last?.text.isEmpty == false {
                        people.append(Fields())
                    }
                    open = element
                    for attribute in HTMLAttributes(markup, range) where attribute.name != "uri" {
                        let value = HTMLReference.decodedText(
                            markup, attribute.value, inAttribute: true)
                        people[people.count - 1].keep(value.nonEmpty, as: attribute.name)
                    }
                case .endTag:
                    open = nil
                }
            }
            return people
        }

        private mutating func add(_ text: String, as field: ShortName?) {
            self.text += self.text.isEmpty ? text : " \(text)"
            if let field { keep(text, as: field) }
        }

        private mutating func keep(_ value: String?, as field: ShortName) {
            switch field {
            case "name": name.keep(value)
            case "email", "mbox": email.keep(value)
            case "uri", "url", "homepage": uri.keep(value)
            default: break
            }
        }
    }
}
