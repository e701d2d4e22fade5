import Model

extension Entry {
    /// Knows a post by its own link where its feed gives it the address of the thread for an id.
    ///
    /// Flarum's feeds show of each thread the latest post alone: each reply would be taken for an edition
    /// of what was written before.
    mutating func settleThreadID() {
        guard let link, link != id.value, let end = link.lastIndex(of: "/"),
            let number = Int(link[end...].dropFirst()), number > 0
        else { return }
        let thread = link[..<end].split(separator: "/")
        guard thread.count > 2, let slug = thread.last, slug.first?.isNumber == true,
            slug.contains("-"), id.value.hasSuffix(slug),
            id.value.hasPrefix("\(thread[0])//\(thread[1])/")
        else { return }
        if number > 1 { inReplyTo = inReplyTo ?? id.value }
        id = Entry.ID(link)
    }
}
