// swift-tools-version: 6.2

import PackageDescription

// One list of settings for every target. Modules import privately by default, a member is visible
// only where its module is imported, and every crossing into C reads `unsafe`.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// Those of stages whose tests see into them, optimised, so that what is tested is what is shipped.
///
/// Such a module takes longer to compile, as nothing in it can be left out.
let testableSettings =
    settings + [.unsafeFlags(["-enable-testing"], .when(configuration: .release))]

/// Those of tests, which are compiled once and run once: to optimise them takes longer than it saves.
let testSettings = settings + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

/// One stage of the pipeline, or the small ground that stages stand on.
///
/// - Parameters:
///   - embedded: the folder of its files that `CEmbedded` makes part of the program.
///   - isTestable: whether its tests see what is internal to it.
func stage(
    _ name: String, _ dependencies: Target.Dependency..., embedded: String? = nil,
    isTestable: Bool = false
) -> Target {
    .target(
        name: name, dependencies: dependencies, exclude: [embedded].compactMap(\.self),
        swiftSettings: isTestable ? testableSettings : settings)
}

/// The tests of one target, with the fixtures that lie beside them.
func tests(of name: String, _ dependencies: Target.Dependency..., fixtures: Bool = false)
    -> Target
{
    .testTarget(
        name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
        resources: fixtures ? [.copy("Fixtures")] : [], swiftSettings: testSettings)
}

/// Named by whoever builds, as in `EARSHOT_COMMIT=$(git rev-parse --short HEAD) swift build`: asking
/// Git from here would give an old answer, since a manifest that has not changed is not read again.
let commit = (Context.environment["EARSHOT_COMMIT"] ?? "").filter { $0.isHexDigit || $0 == "+" }

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let arguments: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "earshot",
    platforms: [.macOS(.v26)],
    products: [
        .executable(name: "earshot", targets: ["earshot"]),
        .executable(name: "earshot-bench", targets: ["earshot-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // What every stage stands on.
        stage("Model", "CEmbedded", embedded: "Schemas"),
        stage("Hashing", crypto),
        stage("Masking"),
        stage("Tokenizing", "Masking", "CByteClasses"),
        stage("Querying", "Model", "Tokenizing"),
        stage("Transferring", "Model", "CLibCurl", isTestable: true),

        // The stages, in the order of the data.
        stage("RuleLoading", "Model", "Masking", yams),
        stage("Fetching", "Model", "Hashing", "Transferring", isTestable: true),
        stage("Parsing", "Model", "Hashing", "CLibXML2", "CByteClasses"),
        stage("Matching", "Model", "Tokenizing", "Querying"),
        stage("Classifying", "Model", "Tokenizing", "Querying"),
        stage("Learning", "Model", "Tokenizing"),
        stage("Grouping", "Model", "Tokenizing", "CSketch"),
        stage("Scheduling", "Model"),
        stage("PostgreSQL", "CLibPQ"),
        stage(
            "Storing", "Model", "Hashing", "PostgreSQL", grdb, "CSQLite", isTestable: true),
        stage(
            "Reporting", "Model", "Hashing", "Tokenizing", mustache, embedded: "Templates",
            isTestable: true),
        stage("Ticketing", "Model", "Hashing", "Transferring", isTestable: true),

        // What joins them, and the programs.
        stage(
            "Pipeline", "Model", "Hashing", "Masking", "Tokenizing", "Querying", "Transferring",
            "RuleLoading", "Fetching", "Parsing", "Matching", "Classifying", "Learning", "Grouping",
            "Scheduling", "Storing", "Reporting", "Ticketing", "CCommit", "CMalloc",
            embedded: "Jobs"),
        .executableTarget(
            name: "earshot",
            dependencies: ["Model", "Learning", "Reporting", "Pipeline", arguments, logging],
            swiftSettings: settings),
        .executableTarget(
            name: "earshot-bench",
            dependencies: [
                "Model", "Masking", "Tokenizing", "Fetching", "Parsing", "Matching", "Classifying",
                "Learning", "Grouping", "Storing", "Reporting", "Pipeline", "TestSupport",
                "CLibCurl", "CLibXML2", arguments,
            ],
            swiftSettings: settings),

        // Tests: one folder a target.
        .target(
            name: "TestSupport", dependencies: ["Model"], path: "Tests/TestSupport",
            swiftSettings: settings),
        tests(of: "Model", "TestSupport"),
        tests(of: "Hashing"),
        tests(of: "Masking", fixtures: true),
        tests(of: "Tokenizing", "TestSupport"),
        tests(of: "Querying", "Model", "Tokenizing", "TestSupport"),
        tests(of: "Transferring", "Model", "TestSupport"),
        tests(of: "RuleLoading", "Model", "Querying", "TestSupport"),
        tests(of: "Fetching", "Model", "Transferring", "TestSupport"),
        tests(of: "Parsing", "Model", "TestSupport", "CLibXML2", fixtures: true),
        tests(of: "Matching", "Model", "Tokenizing", "TestSupport"),
        tests(of: "Classifying", "Model", "Tokenizing", "TestSupport"),
        tests(of: "Learning", "Model", "Tokenizing"),
        tests(of: "Grouping", "Model", "Tokenizing"),
        tests(of: "Scheduling", "Model", "TestSupport"),
        tests(of: "PostgreSQL", "TestSupport"),
        tests(
            of: "Storing", "Model", "Grouping", "Tokenizing", "PostgreSQL", "TestSupport", grdb),
        tests(of: "Reporting", "Model", "TestSupport"),
        tests(of: "Ticketing", "Model", "TestSupport"),
        tests(
            of: "Pipeline", "Model", "Hashing", "RuleLoading", "Fetching", "Matching", "Reporting",
            "Ticketing", "TestSupport", fixtures: true),
        tests(of: "earshot", "Model", "Pipeline", "Storing", "TestSupport"),

        // A word that only the build knows, and the files that are part of the program, where Swift
        // can read them.
        .target(
            name: "CCommit", cSettings: [.define("EARSHOT_COMMIT", to: "\"\(commit)\"")]),
        .target(name: "CEmbedded"),

        // What Swift has no words for: comparisons of bytes as bits, and functions that are there once for
        // each generation of processors.
        .target(name: "CByteClasses"),
        .target(name: "CSketch"),

        // C libraries: a module map and a shim each, nothing else.
        .systemLibrary(
            name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    ],
    cLanguageStandard: .gnu2x
)
