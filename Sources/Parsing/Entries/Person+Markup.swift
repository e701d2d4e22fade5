import Model

extension Person {
    /// Reads an author as RSS has it, with tags in it or without; `nil` if there is neither name nor
    /// address.
    ///
    /// Some write Atom's `<name>` and `<email>` into it, or a person of FOAF, whose values may be
    /// attributes as well. Tags that say nothing of the kind fall away.
    init?(written text: String) {
        // An address in angle brackets is no tag.
        guard text.contains("</") || text.contains("/>") else {
            self.init(stated: PlainText.line(ofField: text))
            return
        }
        let fields = Fields(in: Array(text.utf8))
        let email = fields.email.map(Self.withoutScheme)
        guard let name = Person(stated: fields.name ?? (email == nil ? fields.text : nil)) else {
            guard email != nil else { return nil }
            self.init(email: email, uri: fields.uri)
            return
        }
        self.init(name: name.name, email: email ?? name.email, uri: fields.uri)
    }

    // MARK: - Private

    /// What the elements of a person hold, and their attributes.
    private struct Fields {
        private(set) var name: String?
        private(set) var email: String?
        private(set) var uri: String?
        /// Whatever stands between the tags.
        private(set) var text = ""

        init(in markup: [UInt8]) {
            var tokens = HTMLTokenizer(markup)
            var open: ShortName?
            while let token = tokens.next() {
                switch token {
                case .text(let range):
                    guard let text = PlainText.line(ofHTML: Array(markup[range])) else { continue }
                    self.text += self.text.isEmpty ? text : " \(text)"
                    if let open { keep(text, as: open) }
                case .startTag(let element, let range):
                    open = element
                    for attribute in HTMLAttributes(markup, range) where attribute.name != "uri" {
                        let value = HTMLReference.decodedText(
                            markup, attribute.value, inAttribute: true)
                        keep(value.nonEmpty, as: attribute.name)
                    }
                case .endTag:
                    open = nil
                }
            }
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
