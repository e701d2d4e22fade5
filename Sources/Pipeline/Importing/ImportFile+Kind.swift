extension ImportFile {
    /// What a text is that holds no rows, and what to do about it; `nil` where it may hold some.
    ///
    /// - Parameter head: its beginning, in UTF-8.
    static func otherKind(of head: some Collection<UInt8>) -> String? {
        let start = String(decoding: head.prefix(4_096), as: UTF8.self)
        let lines = start.split(whereSeparator: \.isNewline)
        let first = lines.first?.lowercased() ?? ""
        if ["<!doctype", "<html", "<?xml"].contains(where: first.hasPrefix) {
            return
                "is a web page or XML; name a file of CSV or JSON Lines, and listen to a feed by "
                + "feeds/"
        }
        return nil
    }
}
