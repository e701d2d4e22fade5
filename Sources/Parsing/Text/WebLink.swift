/// Links of entries that no document brings, such as those of somebody's table.
package enum WebLink {
    /// The link as that of a document's entry would be read: absolute http or https, or `nil`.
    ///
    /// What a browser would run or open from its own disk, `javascript:` or `file:`, is no link, and one
    /// that is longer than `FieldLimit` has it is left out.
    package static func link(_ text: String) -> String? {
        guard let link = WebAddress.link(text, base: nil),
            link.utf8.count <= FieldLimit.addressSizeInBytes
        else { return nil }
        return link
    }
}
