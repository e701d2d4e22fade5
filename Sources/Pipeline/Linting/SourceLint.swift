import Model

/// Whether the sources that brands have are those of feeds, or of what was imported.
enum SourceLint {
    /// - Parameter known: those of feeds/, and all that the archive has heard of.
    static func findings(in brands: [Brand], known: Set<Source.ID>) -> [RuleFinding] {
        brands.flatMap { brand in
            brand.sources.filter { !known.contains($0) }.map { source in
                RuleFinding(
                    .unknownSource, .warning,
                    "no source of feeds/ has the id '\(source)', and nothing was imported as it; "
                        + "write the id of one, or that which `earshot import --source` will give",
                    at: brand.place(of: .source(source)))
            }
        }
    }
}
