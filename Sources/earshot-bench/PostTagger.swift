import Foundation

/// Who reads the posts: we, who tag them in full, or VADER, which gives the tone of English.
///
/// VADER: Hutto, Gilbert, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social
/// Media Text", ICWSM 2014.
enum PostTagger {
    case ours(cores: Int)
    /// By path, or by name as a shell would find it.
    case vader(python: String)

    var name: String {
        switch self {
        case .ours(1): "earshot, 1 core"
        case .ours(let cores): "earshot, \(cores) cores"
        case .vader: "VADER"
        }
    }

    /// Whether it can be run at all.
    var isThere: Bool {
        switch self {
        case .ours: true
        case .vader(let python):
            // Why it cannot be run has been written to standard error.
            (try? Self.output(of: python, ["-c", "import vaderSentiment.vaderSentiment"])) != nil
        }
    }

    /// Reads all posts in a process of its own: we so many times, VADER once.
    func measure(_ posts: LineFile, passes: Int, workspace: String) throws -> Measurement {
        let output =
            switch self {
            case .ours(let cores):
                try ChildProgram.output(of: [
                    "measure-tag", posts.path, "1e9", "--cores", String(cores),
                    "--passes", String(passes), "--workspace", workspace,
                ])
            case .vader(let python):
                try Self.output(of: python, ["-c", Self.script, posts.path])
            }
        return try JSONDecoder().decode(Measurement.self, from: output)
    }

    // MARK: - Private

    /// By way of env(1), which looks for it as a shell would and leaves a virtual environment's link
    /// as it is.
    private static func output(of python: String, _ arguments: [String]) throws -> Data {
        try ChildProgram.output(of: "/usr/bin/env", [python] + arguments)
    }

    private static let script = """
        import json, sys, time
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
        posts = [line for line in open(sys.argv[1], encoding="utf-8").read().split("\\n") if line]
        tone = SentimentIntensityAnalyzer().polarity_scores
        wall, cpu = time.perf_counter(), time.process_time()
        for post in posts:
            tone(post)
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        status = dict(line.split(":", 1) for line in open("/proc/self/status"))
        print(json.dumps({
            "stage": "vader", "entries": len(posts),
            "megabytes": sum(len(post.encode()) for post in posts) / 1e6,
            "cpuSeconds": cpu, "wallSeconds": wall,
            "peakMebibytes": int(status["VmHWM"].split()[0]) / 1024}))
        """
}
