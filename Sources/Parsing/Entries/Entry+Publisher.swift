import Model

extension Entry {
    /// Leaves out the name of the publisher where a search of news, such as Google's, writes it behind the title and
    /// behind what it shows of the article.
    ///
    /// Nobody says it there: a brand that has a newspaper would be a mention in all that this prints.
    ///
    /// - Parameter name: as the item states it beside its title, in `source`.
    mutating func leaveOutPublisher(_ name: String) {
        let ending = " - \(name)"
        guard let stated = title, stated.hasSuffix(ending), stated.count > ending.count else {
            return
        }
        let bare = String(stated.dropLast(ending.count))
        title = bare
        let shown = "\(bare) \(name)"
        guard let text, text.hasPrefix(shown) else { return }
        let rest = text.dropFirst(shown.count)
        if rest.isEmpty || rest.first == "\n" { self.text = bare + rest }
    }
}
