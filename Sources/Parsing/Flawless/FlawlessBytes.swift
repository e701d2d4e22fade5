/// The bytes of a document in which there may be nothing to mend, and what can be told of any place in
/// them.
///
/// It is small, as it is handed to each function: to ask the document itself, which holds all that is
/// read, had the compiler copy it for each name and each value.
@safe struct FlawlessBytes {
    let source: [UInt8]
    /// The same, as tags are looked at byte by byte.
    let bytes: UnsafeBufferPointer<UInt8>
    /// No tag ends behind it: searches that stop at a `>` stop there.
    let lastTagEnd: Int

    init(_ source: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) {
        self.source = source
        unsafe self.bytes = unsafe bytes
        lastTagEnd = source.lastOffset(of: .greaterThan, before: source.count) ?? 0
    }

    /// A name in a tag.
    struct Name {
        let range: Range<Int>
        /// Where it stands without its prefix.
        let local: Range<Int>

        /// Empty if there is none.
        var prefix: Range<Int> {
            range.lowerBound..<max(range.lowerBound, local.lowerBound - 1)
        }
    }

    /// The name that starts at `start`; `nil` if none does that is plain.
    func name(from start: Int) -> Name? {
        guard unsafe start < lastTagEnd && bytes[start].isPlainNameStart else { return nil }
        var end = start + 1
        while unsafe bytes[end].isPlainNamePart { end += 1 }
        guard unsafe bytes[end] == .colon else {
            return Name(range: start..<end, local: start..<end)
        }
        let local = end + 1
        guard unsafe bytes[local].isPlainNameStart else { return nil }
        end = local + 1
        while unsafe bytes[end].isPlainNamePart { end += 1 }
        return unsafe bytes[end] == .colon ? nil : Name(range: start..<end, local: local..<end)
    }

    /// Where the end tag at `start` ends, if it is that of an element.
    func endOfEndTag(of tag: Name, at start: Int) -> Int? {
        let name = start + 2..<start + 2 + tag.range.count
        guard name.upperBound <= lastTagEnd, unsafe bytes[start] == .lessThan,
            unsafe bytes[start + 1] == .slash, source.areSame(tag.range, name)
        else { return nil }
        let end = offsetPastSpaces(from: name.upperBound)
        return unsafe end <= lastTagEnd && bytes[end] == .greaterThan ? end + 1 : nil
    }

    /// Whether an element may stand where it does: an entry in its feed, and in a field no element at all.
    ///
    /// - Parameter isLeftOut: whether its parent is.
    func isInPlace(_ tag: Name, in parent: Name?, isLeftOut: Bool) -> Bool {
        guard let parent else { return true }
        if isLeftOut,
            XMLPreparation.isField(ShortName(lowercasing: source, parent.range))
                || XMLPreparation.mayBeHollow(ShortName(lowercasing: source, parent.local))
        {
            return false
        }
        return !XMLPreparation.isEntry(source, tag.range)
            || XMLPreparation.isFeed(ShortName(lowercasing: source, parent.local))
    }

    @inline(__always)
    func offsetPastSpaces(from start: Int) -> Int {
        var offset = start
        while unsafe offset < bytes.count && bytes[offset].isASCIISpace { offset += 1 }
        return offset
    }
}

extension UInt8 {
    fileprivate var isPlainNameStart: Bool { isASCIILetter || self == UInt8(ascii: "_") }

    /// But for the colon.
    @inline(__always)
    fileprivate var isPlainNamePart: Bool {
        isASCIILetter || isASCIIDigit || self == .dash || self == .dot || self == UInt8(ascii: "_")
    }
}
