// How elements end: by their own tags, or before what cannot stand in them.

extension XMLPreparation {
    /// Ends the element that an end tag names, and before it those still open inside; an end tag that
    /// names none of the open elements is left out.
    mutating func copyEndTag() {
        let start = buffer.position
        let name = start + 2..<source.offsetPastName(from: start + 2)
        let (end, isWhole) = endOfEndTag(name)
        guard let index = indexOfOpenElement(name) else {
            log.add("'</\(source.text(name))>' without a start; left out", at: start)
            buffer.skip(to: end)
            return
        }
        endElements(downTo: index + 1)
        let element = open.removeLast().name
        let isSame = source.areSame(element, name)
        if isSame, isWhole {
            buffer.copy(to: end)
        } else {
            log.add(
                isSame
                    ? "'</\(source.text(name))' with more than a name; mended"
                    : "'</\(source.text(name))>' for '<\(source.text(element))>'; mended", at: start
            )
            buffer.insert("</\(source.text(element))>".utf8)
            buffer.skip(to: end)
        }
        hasRootEnded = open.isEmpty
        if open.count == 1, localName(of: element) == "channel" { channelEnd = buffer.position }
    }

    /// Before a field, or another part of an entry that no HTML has, ends a field that was not.
    mutating func endField(before name: Range<Int>, isField: Bool) {
        guard let last = open.last, last.isField, !source.areSame(last.name, name),
            isField || Self.isNoHTML(localName(of: name))
        else { return }
        endElements(downTo: open.count - 1)
    }

    /// Before a part of an entry, ends elements that hold nothing and were not ended: what is taken for
    /// a part of an enclosure would be lost.
    mutating func endHollowElements(before name: Range<Int>) {
        while let last = open.last, last.isHollow, Self.isPartOfEntry(localName(of: name)) {
            endElements(downTo: open.count - 1)
        }
    }

    /// Whether the element whose tag was read last says all in its attributes.
    func isHollow(_ name: Range<Int>) -> Bool {
        let local = localName(of: name)
        guard Self.mayBeHollow(local) else { return false }
        // RSS has links and categories in words.
        let attribute: ShortName? = local == "link" ? "href" : local == "category" ? "term" : nil
        return attribute.map { attribute in
            attributes.contains { ShortName(lowercasing: source, $0) == attribute }
        } ?? true
    }

    /// Before an entry, ends elements that were not: an entry stands in nothing but its feed, and one
    /// that is taken for part of something else would be lost.
    mutating func endWhatHoldsNoEntries(before name: Range<Int>) {
        guard Self.isEntry(source, name),
            let index = open.lastIndex(where: { Self.isFeed(localName(of: $0.name)) })
        else { return }
        endElements(downTo: index + 1)
    }

    // MARK: - Private

    /// Where an end tag ends, and whether it has nothing but a name in it; one without its `>` ends
    /// before the next tag.
    private func endOfEndTag(_ name: Range<Int>) -> (end: Int, isWhole: Bool) {
        let last = source.offsetPastSpaces(from: name.upperBound)
        if last < source.count, source[last] == .greaterThan { return (last + 1, true) }
        // No further than the next tag: to look for a `>` that is not there takes the whole document.
        let open = source.offset(of: .lessThan, from: last, to: source.count)
        let inside = source.offset(of: .greaterThan, from: last, to: open)
        if inside == open, isStartOrEndTag(at: open) { return (open, false) }
        let close = source.offset(of: .greaterThan, from: inside, to: source.count)
        return (min(close + 1, source.count), false)
    }

    private func isStartOrEndTag(at offset: Int) -> Bool {
        guard offset + 1 < source.count, source[offset] == .lessThan else { return false }
        return source[offset + 1] == .slash
            ? isNameStart(offset + 2) : isNameStart(offset + 1) && isTag(at: offset)
    }

    /// The innermost open element of a name; where none is, of that name in other cases.
    private func indexOfOpenElement(_ name: Range<Int>) -> Int? {
        if let index = open.lastIndex(where: { source.areSame($0.name, name) }) { return index }
        let lowercased = ShortName(lowercasing: source, name)
        return open.lastIndex {
            $0.name.count == name.count && ShortName(lowercasing: source, $0.name) == lowercased
        }
    }

    /// Writes the end tags of all but so many open elements.
    private mutating func endElements(downTo count: Int) {
        while open.count > count, let inner = open.popLast() {
            log.add("'<\(source.text(inner.name))>' is not ended; ended here", at: buffer.position)
            buffer.insert("</\(source.text(inner.name))>".utf8)
        }
    }
}
