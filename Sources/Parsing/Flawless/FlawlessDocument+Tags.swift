// Tags as nearly all of them are. One that is written in another way may be right as well, and is left to
// libxml2.

extension FlawlessDocument {
    /// Of one tag.
    static var maximumAttributes: Int { 32 }

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

    /// Reads the attributes of the tag that starts at `start`, and leaves the position at its `>` or `/>`.
    mutating func readAttributes(from start: Int) -> Bool {
        let scopes = namespaces.count
        attributeCount = 0
        var prefixed = 0
        while true {
            let next = offsetPastSpaces(from: position)
            let byte = unsafe bytes[next]
            if unsafe byte == .greaterThan || byte == .slash && bytes[next + 1] == .greaterThan {
                position = next
                return prefixed == 0 || arePrefixesDeclared
            }
            guard next > position, next - start < Self.maximumTagSize,
                let name = name(from: next), let value = value(from: name.range.upperBound)
            else { return false }
            position = value.upperBound + 1
            if isDeclaration(name) {
                let prefix = name.prefix.isEmpty ? name.local.prefix(0) : name.local
                guard namespaces.declare(prefix, as: value, since: scopes) else { return false }
            } else {
                guard keep(name, value) else { return false }
                if !name.prefix.isEmpty { prefixed += 1 }
            }
        }
    }

    /// Steps over the end tag at the position, if it is that of an element.
    mutating func skipEndTag(of tag: Name) -> Bool {
        let name = position + 2..<position + 2 + tag.range.count
        guard name.upperBound <= lastTagEnd, unsafe bytes[position] == .lessThan,
            unsafe bytes[position + 1] == .slash, source.areSame(tag.range, name)
        else { return false }
        let end = offsetPastSpaces(from: name.upperBound)
        guard unsafe end <= lastTagEnd && bytes[end] == .greaterThan else { return false }
        position = end + 1
        return true
    }

    /// Whether an element may stand where it does: an entry in its feed, and in a field no element at all.
    func isInPlace(_ tag: Name) -> Bool {
        guard let parent = open.last else { return true }
        if leftOut > 0, XMLPreparation.isField(ShortName(lowercasing: source, parent.tag.range)) {
            return false
        }
        return !XMLPreparation.isEntry(source, tag.range)
            || XMLPreparation.isFeed(ShortName(lowercasing: source, parent.tag.local))
    }

    /// Whether the element whose start tag was read holds XHTML.
    func holdsMarkup(_ tag: Name) -> Bool {
        isAtom && attributeCount > 0
            && XMLPreparation.holdsMarkup(source, tag.range, tag.range.lowerBound..<position)
    }

    @inline(__always)
    func offsetPastSpaces(from start: Int) -> Int {
        var offset = start
        while unsafe offset < bytes.count && bytes[offset].isASCIISpace { offset += 1 }
        return offset
    }

    // MARK: - Private

    private static var maximumTagSize: Int { 4 * 1024 }

    /// A longer one may be a whole file.
    private static var maximumValueSize: Int { 1024 }

    /// What stands between the quotation marks of the value whose `=` is at `sign`.
    private func value(from sign: Int) -> Range<Int>? {
        guard unsafe sign < lastTagEnd && bytes[sign] == .equals else { return nil }
        let mark = unsafe bytes[sign + 1]
        guard mark == .quote || mark == .apostrophe else { return nil }
        let start = sign + 2
        let limit = min(start + Self.maximumValueSize, lastTagEnd)
        let end = source.offset(of: mark, from: start, to: limit)
        guard end < limit, isFlawlessValue(start..<end) else { return nil }
        return start..<end
    }

    /// Whether a value means what stands there but for references: blanks other than a space would be
    /// read as one.
    private func isFlawlessValue(_ value: Range<Int>) -> Bool {
        var hasReference = false
        for index in value {
            let byte = unsafe bytes[index]
            if byte < .space || byte == .lessThan { return false }
            if byte == .ampersand { hasReference = true }
        }
        return !hasReference || areReferencesFlawless(in: value)
    }

    private func isDeclaration(_ name: Name) -> Bool {
        let tested = name.prefix.isEmpty ? name.local : name.prefix
        return tested.count == 5 && source.hasPrefix("xmlns", caseSensitiveAt: tested.lowerBound)
    }

    private mutating func keep(_ name: Name, _ value: Range<Int>) -> Bool {
        let attribute = unsafe XMLAttribute(
            prefix: UnsafeBufferPointer(rebasing: bytes[name.prefix]),
            name: UnsafeBufferPointer(rebasing: bytes[name.local]),
            value: UnsafeBufferPointer(rebasing: bytes[value]))
        // Two of one name with other prefixes may be of one namespace.
        for index in 0..<attributeCount where unsafe attributes[index].isNamed(as: attribute) {
            return false
        }
        guard attributeCount < Self.maximumAttributes else { return false }
        unsafe attributes.initializeElement(at: attributeCount, to: attribute)
        attributeCount += 1
        return true
    }

    private var arePrefixesDeclared: Bool {
        (0..<attributeCount).allSatisfy { index in
            guard let start = unsafe attributes[index].prefix.baseAddress,
                let base = unsafe bytes.baseAddress
            else { return true }
            let count = unsafe attributes[index].prefix.count
            let offset = unsafe start - base
            guard unsafe !attributes[index].isXML else {
                return unsafe attributes[index].isNamed("lang") || attributes[index].isNamed("base")
            }
            return count == 0 || namespaces.isDeclared(offset..<offset + count)
        }
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
