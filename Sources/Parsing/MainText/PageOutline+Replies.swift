extension PageOutline {
    /// Takes out what readers wrote below a text, in elements of any name: each of them can be answered.
    ///
    /// Only where something else is said below the page's title, and nobody can be quoted: a forum's thread
    /// is made of such.
    mutating func dropReplies() {
        guard let heading, !elements.contains(where: { $0.signs.contains(.quote) }) else { return }
        let controls = elements.indices.filter {
            elements[$0].signs.contains(.reply) && !holds($0, heading)
        }
        guard controls.count >= Self.fewestReplies else { return }
        var replies: [Int] = []
        for place in controls.indices {
            let reply = reply(
                around: controls[place], behind: place > 0 ? controls[place - 1] : nil,
                before: place + 1 < controls.count ? controls[place + 1] : nil, heading)
            if replies.last.map({ !holds($0, reply) }) ?? true { replies.append(reply) }
        }
        let weights = replies.map { elements[$0].weight }
        let weight = weights.reduce(0, +)
        // One that is longer than all others may be the text, with a link to answer it.
        guard replies.count >= Self.fewestReplies, let longest = weights.max(),
            longest * 2 <= weight,
            let all = elements.first?.weight, all - weight >= Self.said
        else { return }
        for reply in replies { drop(reply) }
        for reply in replies { dropWhatIsEmpty(around: reply) }
    }

    // MARK: - Private

    private static let fewestReplies = 3

    /// The weight of a short sentence; a date and a name, which are none, weigh less.
    private static let said = 25.0

    /// The outermost element around a control that has neither the one before nor the next, nor the
    /// title.
    private func reply(around control: Int, behind last: Int?, before next: Int?, _ heading: Int)
        -> Int
    {
        var reply = control
        while let parent = elements[reply].parent, !Self.pages.contains(elements[parent].name),
            last.map({ $0 < parent }) ?? true, next.map({ $0 >= elements[parent].end }) ?? true,
            !holds(parent, heading)
        {
            reply = parent
        }
        return reply
    }
}
