import CLibXML2

extension HTMLNode {
    /// What a walk through an element comes by.
    enum Step {
        case start(HTMLNode)
        /// UTF-8, references decoded.
        case text([UInt8])
        case end
    }

    /// What tells an element from all others of its page.
    var identity: UInt { unsafe UInt(bitPattern: raw) }

    /// The first of some elements that the element is, or is inside of.
    func closest(of identities: Set<UInt>) -> UInt? {
        var node: xmlNodePtr? = unsafe raw
        while let current = unsafe node {
            let identity = UInt(bitPattern: current)
            if identities.contains(identity) { return identity }
            unsafe node = current.pointee.parent
        }
        return nil
    }

    /// The element that it stands in; `nil` for the outermost.
    var parent: HTMLNode? {
        guard let parent = unsafe raw.pointee.parent,
            unsafe parent.pointee.type == XML_ELEMENT_NODE
        else { return nil }
        return unsafe sibling(parent)
    }

    /// Whether any element that this one is inside of, up to another one, has some property.
    func isWithin(_ outer: HTMLNode, where isWanted: (HTMLNode) -> Bool) -> Bool {
        var node = unsafe raw.pointee.parent
        while let current = unsafe node, unsafe current != outer.raw,
            unsafe current.pointee.type == XML_ELEMENT_NODE
        {
            if unsafe isWanted(sibling(current)) { return true }
            unsafe node = current.pointee.parent
        }
        return false
    }

    /// Visits the element and those that it is inside of, from the inside out, as long as `visit`
    /// wants to go on.
    func forEachAround(_ visit: (HTMLNode) -> Bool) {
        var node: xmlNodePtr? = unsafe raw
        while let current = unsafe node, unsafe current.pointee.type == XML_ELEMENT_NODE,
            unsafe visit(sibling(current))
        {
            unsafe node = current.pointee.parent
        }
    }

    /// Goes through all that the element holds, in document order.
    ///
    /// - Parameter visit: for `start`, returns whether to go inside; where it does not, no `end`
    ///   follows.
    func walk(_ visit: (Step) -> Bool) {
        guard var node = unsafe raw.pointee.children else { return }
        // By the tree's own links: a page can be nested deeper than calls may be.
        while true {
            if unsafe enter(node, visit), let child = unsafe node.pointee.children {
                unsafe node = child
                continue
            }
            while unsafe node.pointee.next == nil {
                guard let parent = unsafe node.pointee.parent, unsafe parent != raw else { return }
                _ = visit(.end)
                unsafe node = parent
            }
            guard let next = unsafe node.pointee.next else { return }
            unsafe node = next
        }
    }

    // MARK: - Private

    /// - Returns: whether there is something inside to go on with.
    private func enter(_ node: xmlNodePtr, _ visit: (Step) -> Bool) -> Bool {
        switch unsafe node.pointee.type {
        case XML_ELEMENT_NODE:
            guard visit(.start(unsafe sibling(node))) else { return false }
            if unsafe node.pointee.children == nil { _ = visit(.end) }
            return true
        case XML_TEXT_NODE:
            if let text = unsafe node.pointee.content {
                _ = visit(.text(Array(unsafe String(cString: text).utf8)))
            }
            return false
        default:
            return false
        }
    }
}
