// Tags as nearly all of them are. One that is written in another way may be right as well, and is left to
// libxml2.

extension FlawlessDocument {
    /// Of one tag.
    static var maximumAttributes: Int { 32 }

    /// Reads the attributes of the tag that starts at `start`, and leaves the position at its `>` or `/>`.
    mutating func readAttributes(from start: Int) -> Bool {
        let scopes = namespaces.count
        attributeCount = 0
        var prefixed = 0
        while true {
            let next = input.offsetPastSpaces(from: position)
            let byte = unsafe input.bytes[next]
            if unsafe byte == .greaterThan
                || byte == .slash && input.bytes[next + 1] == .greaterThan
            {
                position = next
                return prefixed == 0 || arePrefixesDeclared()
            }
            guard next > position, next - start < FlawlessBytes.maximumTagSize,
                let name = input.name(from: next),
                let value = input.value(from: name.range.upperBound)
            else { return false }
            position = value.upperBound + 1
            if input.isDeclaration(name) {
                let prefix = name.prefix.isEmpty ? name.local.prefix(0) : name.local
                guard namespaces.declare(prefix, as: value, since: scopes) else { return false }
            } else {
                guard keep(name, value) else { return false }
                if !name.prefix.isEmpty { prefixed += 1 }
            }
        }
    }

    /// Steps over the end tag at the position, if it is that of an element.
    mutating func skipEndTag(of tag: FlawlessBytes.Name) -> Bool {
        guard let end = input.endOfEndTag(of: tag, at: position) else { return false }
        position = end
        return true
    }

    // MARK: - Private

    private mutating func keep(_ name: FlawlessBytes.Name, _ value: Range<Int>) -> Bool {
        let attribute = unsafe XMLAttribute(
            prefix: UnsafeBufferPointer(rebasing: input.bytes[name.prefix]),
            name: UnsafeBufferPointer(rebasing: input.bytes[name.local]),
            value: UnsafeBufferPointer(rebasing: input.bytes[value]))
        // Two of one name with other prefixes may be of one namespace.
        for index in 0..<attributeCount where unsafe attributes[index].isNamed(as: attribute) {
            return false
        }
        guard attributeCount < Self.maximumAttributes else { return false }
        unsafe attributes.initializeElement(at: attributeCount, to: attribute)
        attributeCount += 1
        return true
    }

    // Changes nothing, but what does not may be handed a copy of the whole document.
    private mutating func arePrefixesDeclared() -> Bool {
        for index in 0..<attributeCount {
            let attribute = unsafe attributes[index]
            guard let start = unsafe attribute.prefix.baseAddress,
                let base = unsafe input.bytes.baseAddress
            else { continue }
            if unsafe attribute.isXML {
                guard unsafe attribute.isNamed("lang") || attribute.isNamed("base") else {
                    return false
                }
            } else {
                let offset = unsafe start - base
                let prefix = unsafe offset..<offset + attribute.prefix.count
                guard prefix.isEmpty || namespaces.isDeclared(prefix) else { return false }
            }
        }
        return true
    }
}
