import Model
import RuleLoading

/// Whether the sources that brands have are those of feeds, or of what was imported, and whether the files
/// that feeds name are there.
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

    /// A warning alone, as another program may write the file before the next run.
    static func missingFiles(of feeds: FeedList, in workspace: Workspace) -> [RuleFinding] {
        feeds.files.compactMap { file in
            let path = WorkspacePath.resolved(file.path, in: workspace.path)
            let what: String? =
                switch FileState(path: path)?.kind {
                case nil: "there is no file '\(file.path)'"
                case .folder: "'\(file.path)' is a folder"
                case .file, .link, .pipe, .characterDevice, .other: nil
                }
            guard let what else { return nil }
            return RuleFinding(
                .missingFile, .warning,
                "\(what); put the file there, or write its path from the workspace or from '/'",
                at: file.place)
        }
    }
}
