import Model

extension Entry {
    /// Knows a post by its own link where its feed gives it the address of the thread for an id.
    ///
    /// Flarum's feeds show of each thread the latest post alone: each reply would be taken for an edition
    /// of what was written before.
    mutating func settleThreadID() {
        guard let link, link != id.value, let post = PostLink(link), post.isOfThread(id) else {
            return
        }
        if post.number > 1 { inReplyTo = inReplyTo ?? id.value }
        id = Entry.ID(link)
    }
}
