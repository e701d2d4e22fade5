import CLibXML2

extension HTMLTree {
    /// Moves what no head holds into the body, as browsers read it.
    ///
    /// HTML lets a page leave out the tags of both (HTML Standard §13.1.2.4), and a head ends where
    /// something else starts. libxml2 2.9 ends one at elements of HTML 4 alone, and leaves an `article`
    /// or a `main` behind `<title>` inside.
    ///
    /// - Returns: whether there was enough memory.
    static func fillBody(of document: htmlDocPtr) -> Bool {
        guard let root = unsafe xmlDocGetRootElement(document) else { return true }
        let (heads, body) = unsafe parts(of: root)
        let misplaced = unsafe heads.flatMap { unsafe misplacedNodes(in: $0) }
        guard let first = unsafe misplaced.first, let lastHead = unsafe heads.last else {
            return true
        }
        var target = unsafe body
        if unsafe target == nil {
            guard let made = unsafe xmlNewDocNode(document, nil, "body", nil) else { return false }
            unsafe made.pointee.line = first.pointee.line
            unsafe target = xmlAddNextSibling(lastHead, made)
        }
        guard let target = unsafe target else { return false }
        unsafe put(misplaced, atStartOf: target)
        return true
    }

    // MARK: - Private

    /// What the head of a page may hold (HTML Standard §13.2.6.4.4, "in head").
    private static let headElements: Set<String> = [
        "base", "basefont", "bgsound", "link", "meta", "noframes", "noscript", "script", "style",
        "template", "title",
    ]

    /// The heads before the body: libxml2 makes one for each tag.
    private static func parts(of root: xmlNodePtr) -> (heads: [xmlNodePtr], body: xmlNodePtr?) {
        var heads: [xmlNodePtr] = unsafe []
        var node = unsafe root.pointee.children
        while let current = unsafe node {
            switch unsafe elementName(of: current) {
            case "head": unsafe heads.append(current)
            case "body": return unsafe (heads, current)
            default: break
            }
            unsafe node = current.pointee.next
        }
        return unsafe (heads, nil)
    }

    /// The elements that a head may not hold, each with the blanks behind it.
    private static func misplacedNodes(in head: xmlNodePtr) -> [xmlNodePtr] {
        var nodes: [xmlNodePtr] = unsafe []
        var isBehindMisplaced = false
        var node = unsafe head.pointee.children
        while let current = unsafe node {
            if let name = unsafe elementName(of: current) {
                isBehindMisplaced = !headElements.contains(name)
            } else if unsafe current.pointee.type != XML_TEXT_NODE {
                isBehindMisplaced = false
            }
            if isBehindMisplaced { unsafe nodes.append(current) }
            unsafe node = current.pointee.next
        }
        return unsafe nodes
    }

    /// By hand, as libxml2 would make one text of two, and look through the longer for each shorter.
    private static func put(_ nodes: [xmlNodePtr], atStartOf body: xmlNodePtr) {
        let next = unsafe body.pointee.children
        var last: xmlNodePtr?
        unsafe nodes.forEach { node in
            unsafe xmlUnlinkNode(node)
            unsafe node.pointee.parent = body
            unsafe node.pointee.prev = last
            if let last = unsafe last {
                unsafe last.pointee.next = node
            } else {
                unsafe body.pointee.children = node
            }
            unsafe last = node
        }
        unsafe last?.pointee.next = next
        if let next = unsafe next {
            unsafe next.pointee.prev = last
        } else {
            unsafe body.pointee.last = last
        }
    }

    /// `nil` for a comment, a text and the like.
    private static func elementName(of node: xmlNodePtr) -> String? {
        guard unsafe node.pointee.type == XML_ELEMENT_NODE else { return nil }
        return unsafe String(cString: node.pointee.name)
    }
}
