package import Model

/// Everything in `rules/`, and the files it was read from.
package struct LoadedRules: Hashable, Sendable {
    package let rules: Rules
    /// By path; what a hash of the rules is made of.
    package let files: [RuleFile]
}

/// Reads `brands.yaml`, `categories.yaml`, `routing.yaml` and `sentiment/*.tsv` and, where there
/// are any, `facets.yaml`, `locations.yaml`, `sentiment/learnt/*.tsv`, `sentiment/adapted/*.tsv` and
/// `learnt/*.tsv`.
///
/// Wherever the folder is, its files go by the paths they would have in a workspace of their own, as
/// `rules/brands.yaml`: the same rules are the same on another machine. Mistakes alone are told with
/// the path that leads to them.
package enum RuleLoader {
    /// - Parameter folder: relative to the workspace, or absolute.
    /// - Throws: every mistake in every file.
    package static func load(
        workspace: String, folder: String = "rules"
    ) throws(RuleErrors) -> LoadedRules {
        var folder = try RuleFolder(workspace: workspace, folder: folder)
        let brands = folder.brands()
        let categories = folder.categories()
        let facets = folder.facets()
        let locations = folder.locations()
        let routing = folder.routing(
            ConditionReader(
                brands: brands.ids, categories: categories.ids, facets: facets, locations: locations
            ))
        let lexicons = folder.lexicons()
        let learnt = folder.learntTones()
        let adaptations = folder.adaptations(of: learnt.languages)
        let learntKeywords = folder.learntKeywords(categories.ids)
        try folder.allErrors.throwIfAny()
        guard let routing else { preconditionFailure("no routing, and no mistake noted") }

        let rules = Rules(
            brands: brands.items, categories: categories.items, facets: facets.items,
            locations: locations?.items ?? [], routing: routing, lexicons: lexicons,
            learnt: learnt.items, adaptations: adaptations, learntKeywords: learntKeywords,
            unusedMacros: folder.unusedMacros)
        return LoadedRules(rules: rules, files: folder.files.sorted { $0.path < $1.path })
    }
}

/// Reads one file after the other and gathers what is wrong in them.
private struct RuleFolder {
    private(set) var files: [RuleFile] = []
    private(set) var unusedMacros: [UnusedMacro] = []
    private let workspace: Workspace
    private let folder: String
    private let names: [String]
    /// Of files that cannot be read at all, by the paths that lead to them.
    private var fileErrors: [RuleError] = []
    /// Of what stands in the files, by the paths they go by.
    private var errors: [RuleError] = []

    private static let shownFolder = "rules"

    /// Ends the loading if there is no such folder: its files would only be called missing as well.
    init(workspace: String, folder: String) throws(RuleErrors) {
        self.workspace = Workspace(workspace)
        self.folder = folder
        let example = "\(folder)/\(Name.brands.rawValue)"
        let names = self.workspace.names(in: folder, example: example, noting: &fileErrors)
        guard let names else { throw RuleErrors(fileErrors) }
        self.names = names
        noteStrangers(among: names)
    }

    var allErrors: [RuleError] {
        fileErrors
            + errors.map { $0.moved(Self.shownFolder, to: folder) }
    }

    mutating func brands() -> (items: [Brand], ids: Register) {
        guard let root = root(of: .brands) else {
            return ([], Register(of: "brand", isComplete: false))
        }
        var reader = BrandReader()
        return (reader.brands(root, noting: &errors), reader.ids)
    }

    mutating func categories() -> (items: [Category], ids: Register) {
        guard let root = root(of: .categories) else {
            return ([], Register(of: "category", isComplete: false))
        }
        var reader = CategoryReader()
        return (reader.categories(root, noting: &errors), reader.ids)
    }

    /// Empty where there is no such file: nothing but categories needs to be told of a text.
    mutating func facets() -> (items: [Facet], ids: Register, values: [Facet.ID: Register]) {
        guard has(.facets) else { return ([], Register(of: "facet"), [:]) }
        guard let root = root(of: .facets) else {
            return ([], Register(of: "facet", isComplete: false), [:])
        }
        var reader = FacetReader()
        return (reader.facets(root, noting: &errors), reader.ids, reader.values)
    }

    mutating func locations() -> (items: [Location], ids: Register)? {
        guard has(.locations) else { return nil }
        guard let root = root(of: .locations) else {
            return ([], Register(of: "location", isComplete: false))
        }
        var reader = LocationReader()
        return (reader.locations(root, noting: &errors), reader.ids)
    }

    mutating func routing(_ conditions: ConditionReader) -> Routing? {
        guard let root = root(of: .routing) else { return nil }
        var reader = RoutingReader(conditions: conditions)
        return reader.routing(root, noting: &errors)
    }

    /// All at once: they are most of what is read.
    mutating func lexicons() -> [Lexicon] {
        let read = tables(in: "\(folder)/sentiment", example: "en.tsv").concurrentMap { file in
            var errors: [RuleError] = []
            let lexicon = LexiconReader.lexicon(file, noting: &errors)
            return (lexicon: lexicon, errors: errors)
        }
        errors += read.flatMap(\.errors)
        return read.compactMap(\.lexicon)
    }

    /// Empty where nothing was learnt.
    ///
    /// - Returns: the languages of all its files, of those with mistakes in them too.
    mutating func learntTones() -> (items: [LearntTone], languages: [LanguageCode]) {
        let found = toneFiles(in: "learnt")
        return (
            found.compactMap { LearntToneReader.learntTone($0, noting: &errors) },
            found.compactMap { try? LexiconReader.language(of: $0) }
        )
    }

    /// Empty where nothing was adapted.
    mutating func adaptations(of languages: [LanguageCode]) -> [ToneAdaptation] {
        toneFiles(in: "adapted").compactMap {
            LearntToneReader.adaptation($0, of: languages, noting: &errors)
        }
    }

    /// Empty where nothing was learnt.
    mutating func learntKeywords(_ categories: Register) -> [LearntKeywords] {
        guard names.contains("learnt") else { return [] }
        return tables(in: "\(folder)/learnt", example: "complaint.en.tsv").compactMap { file in
            LearntKeywordsReader.learntKeywords(file, categories: categories, noting: &errors)
        }
    }

    // MARK: - Private

    /// Those of a folder beside the lexicons, which need not be there.
    private mutating func toneFiles(in name: String) -> [RuleFile] {
        let path = "\(folder)/sentiment"
        // That the folder is missing has been noted with the lexicons.
        var noted = fileErrors
        let names = workspace.names(in: path, example: "\(path)/en.tsv", noting: &noted)
        guard names?.contains(name) == true else { return [] }
        return tables(in: "\(path)/\(name)", example: "en.tsv")
    }

    /// - Parameter example: the file to write where there is none.
    private mutating func tables(in path: String, example: String) -> [RuleFile] {
        let found = workspace.files(
            in: path, ending: ".tsv", slips: [".txt", ".csv", ".tab"],
            example: "\(path)/\(example)", noting: &fileErrors
        ).map(shown)
        files += found
        return found
    }

    private enum Name: String, CaseIterable {
        case brands = "brands.yaml"
        case categories = "categories.yaml"
        case facets = "facets.yaml"
        case locations = "locations.yaml"
        case routing = "routing.yaml"

        var firstKey: String {
            switch self {
            case .brands: "brands"
            case .categories: "categories"
            case .facets: "facets"
            case .locations: "locations"
            case .routing: "time_zone"
            }
        }
    }

    /// A misspelt file would be passed over without a word.
    private mutating func noteStrangers(among names: [String]) {
        let known = Name.allCases.map(\.rawValue)
        for name in names where !known.contains(name) && Self.isMeantToBeRead(name) {
            let place = FileLocation(file: "\(folder)/\(name)")
            fileErrors.append(RuleError(.unknown("file", name, known: known), at: place))
        }
    }

    /// `locations.YAML`, and `locations.yaml.txt` as an editor may save it, were written as rules too.
    private static func isMeantToBeRead(_ name: String) -> Bool {
        let name = name.lowercased()
        return [".yaml", ".yml", ".yaml.txt", ".yml.txt"].contains { name.hasSuffix($0) }
    }

    /// Whether a file is there, be it a link to nothing.
    private func has(_ name: Name) -> Bool {
        names.contains(name.rawValue)
    }

    private mutating func root(of name: Name) -> YAMLValue? {
        let path = "\(folder)/\(name.rawValue)"
        // One that is there and leads nowhere is a link to nothing.
        let firstKey = has(name) ? nil : name.firstKey
        guard let read = fileErrors.noting(try workspace.file(path, firstKey: firstKey)) else {
            return nil
        }
        let file = shown(read)
        files.append(file)
        let root = errors.noting(try YAMLDocument.root(of: file))
        unusedMacros += root.map(QueryMacros.unused) ?? []
        return root
    }

    /// A file by the path it goes by.
    private func shown(_ file: RuleFile) -> RuleFile {
        let place = FileLocation(file: file.path).moved(folder, to: Self.shownFolder)
        return RuleFile(path: place.file, bytes: file.bytes)
    }
}

extension ConditionReader {
    /// - Parameter locations: `nil` where the rules know of no places.
    fileprivate init(
        brands: Register, categories: Register,
        facets: (items: [Facet], ids: Register, values: [Facet.ID: Register]),
        locations: (items: [Location], ids: Register)?
    ) {
        var ids = facets.ids
        var values = facets.values
        if let locations {
            ids.enter(
                known: Facet.ID.location.value, at: FileLocation(file: "rules/locations.yaml"))
            values[.location] = locations.ids
        }
        self.init(brands: brands, categories: categories, facets: ids, facetValues: values)
    }
}

extension RuleError {
    /// The same mistake where its folder stands elsewhere.
    fileprivate func moved(_ folder: String, to other: String) -> RuleError {
        let mistake =
            switch mistake {
            case .duplicateID(let id, let kind, let first):
                Mistake.duplicateID(id, of: kind, first: first.moved(folder, to: other))
            case .duplicateTerm(let term, let first):
                Mistake.duplicateTerm(term, first: first.moved(folder, to: other))
            case .alternatives(.termsTwice(let term, let more, let first)):
                Mistake.alternatives(
                    .termsTwice(term, more: more, first: first.moved(folder, to: other)))
            case .repeatedKeys(let keys, let first):
                Mistake.repeatedKeys(keys, first: first.moved(folder, to: other))
            case .ticket(.duplicateTemplate(let key, let first)):
                Mistake.ticket(
                    .duplicateTemplate(key: key, first: first.moved(folder, to: other)))
            // No other tells of a second place in the rules.
            default: mistake
            }
        return RuleError(mistake, at: place.moved(folder, to: other))
    }
}

extension FileLocation {
    /// The same place where its folder stands elsewhere.
    fileprivate func moved(_ folder: String, to other: String) -> FileLocation {
        precondition(file.hasPrefix(folder + "/"), "rules are read from one folder")
        return FileLocation(
            file: other + file.dropFirst(folder.count), line: line, column: column)
    }
}
