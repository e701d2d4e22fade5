import CLibXML2

/// One element of a page.
@safe struct HTMLNode {
    /// Keeps the node alive.
    private let tree: HTMLTree
    let raw: xmlNodePtr

    init(_ raw: xmlNodePtr, of tree: HTMLTree) {
        unsafe self.raw = raw
        self.tree = tree
    }

    /// 1-based line in the page.
    var line: Int { unsafe max(1, Int(xmlGetLineNo(raw))) }

    /// In lower case.
    var name: String { unsafe String(cString: raw.pointee.name) }

    /// The value of an attribute; `nil` if it is absent or empty.
    func attribute(_ name: String) -> String? {
        guard let value = unsafe xmlGetProp(raw, name) else { return nil }
        defer { unsafe earshot_xml_free(value) }
        return unsafe String(cString: value).nonEmpty
    }

    /// Whether an attribute is there, with a value or without.
    func has(_ attribute: String) -> Bool { unsafe xmlHasProp(raw, attribute) != nil }

    func hasClass(_ name: Substring) -> Bool {
        attribute("class")?.split(whereSeparator: \.isWhitespace).contains(name) ?? false
    }

    /// What an XPath expression finds inside.
    func finds(_ path: XPath) -> [HTMLFind] { tree.finds(path, in: self) }

    /// The text on one line; `nil` if there is none.
    var textLine: String? { PlainText.line(ofHTML: html) }

    /// All that stands in it as the page has it, a script's too.
    var rawText: [UInt8] {
        guard let content = unsafe xmlNodeGetContent(raw) else { return [] }
        defer { unsafe earshot_xml_free(content) }
        return Array(unsafe String(cString: content).utf8)
    }

    /// Another element of the same page.
    func sibling(_ other: xmlNodePtr) -> HTMLNode { unsafe HTMLNode(other, of: tree) }

    /// What the element holds, written out as HTML again.
    var html: [UInt8] { html(omitting: []) }

    /// As above, without the elements of some identities.
    func html(omitting omitted: Set<UInt>) -> [UInt8] {
        html(omitting: OmittedElements(omitted))
    }

    /// As above.
    func html(omitting omitted: OmittedElements) -> [UInt8] {
        var output: [UInt8] = []
        guard var node = unsafe raw.pointee.children else { return output }
        // Walked by the tree's own links: a page can be nested deeper than calls may be.
        while true {
            if !omitted.contains(UInt(bitPattern: node)) {
                if unsafe Self.open(node, to: &output), let child = unsafe node.pointee.children {
                    unsafe node = child
                    continue
                }
                unsafe Self.close(node, to: &output)
            }
            while unsafe node.pointee.next == nil {
                guard let parent = unsafe node.pointee.parent, unsafe parent != raw else {
                    return output
                }
                unsafe node = parent
                unsafe Self.close(node, to: &output)
            }
            guard let next = unsafe node.pointee.next else { return output }
            unsafe node = next
        }
    }

    // MARK: - Private

    /// Writes what stands before a node's children.
    ///
    /// - Returns: whether its children are to be written.
    private static func open(_ node: xmlNodePtr, to output: inout [UInt8]) -> Bool {
        switch unsafe node.pointee.type {
        case XML_ELEMENT_NODE:
            output.append(.lessThan)
            output.append(contentsOf: unsafe String(cString: node.pointee.name).utf8)
            unsafe writeAttributes(of: node, to: &output)
            output.append(.greaterThan)
            return true
        case XML_TEXT_NODE:
            if let text = unsafe node.pointee.content {
                output.appendEscaped(unsafe String(cString: text).utf8)
            }
            return false
        default:
            // Comments, and scripts, which libxml2 keeps as CDATA.
            return false
        }
    }

    private static func close(_ node: xmlNodePtr, to output: inout [UInt8]) {
        guard unsafe node.pointee.type == XML_ELEMENT_NODE else { return }
        let name = Array(unsafe String(cString: node.pointee.name).utf8)
        guard !HTMLElement(ShortName(name, name.indices)).isVoid else { return }
        output.append(contentsOf: "</".utf8)
        output.append(contentsOf: name)
        output.append(.greaterThan)
    }

    private static func writeAttributes(of node: xmlNodePtr, to output: inout [UInt8]) {
        var attribute = unsafe node.pointee.properties
        while let current = unsafe attribute {
            output.append(.space)
            output.append(contentsOf: unsafe String(cString: current.pointee.name).utf8)
            output.append(contentsOf: "=\"".utf8)
            if let value = unsafe xmlNodeListGetString(
                node.pointee.doc, current.pointee.children, 1)
            {
                output.appendEscaped(unsafe String(cString: value).utf8)
                unsafe earshot_xml_free(value)
            }
            output.append(.quote)
            unsafe attribute = current.pointee.next
        }
    }
}
