import Foundation
import Model

/// The burst behind an alert: what everybody asks at once, and what the archive answers.
struct BurstView {
    let burstFacts: [IncidentView.Fact]

    init(_ burst: Digest.Burst, calendar: LocalCalendar, words: PageWords) {
        let report = words.report
        func moment(_ date: Date) -> String { report.dateAndTime(calendar.moment(of: date)) }
        let sources = burst.sources.map {
            "\(report.inSentence(OutsideText.limited($0.name, to: 60))) "
                + report.number($0.counts.mentions)
        }
        let began = report.beganIn(OutsideText.limited(burst.beganIn, to: 60))
        var facts = [
            IncidentView.Fact(
                question: words.sinceWhen,
                factAnswer: "\(moment(burst.beganAt)) – \(moment(burst.lastAt)), \(began)"),
            IncidentView.Fact(
                question: words.whoNoticed,
                factAnswer: report.who(
                    sources: burst.sourcesInAll, authors: burst.authorsInAll, named: sources)),
        ]
        if !burst.terms.isEmpty {
            facts.append(
                IncidentView.Fact(
                    question: words.why,
                    factAnswer: burst.terms.map {
                        report.quoted(OutsideText.limited($0, to: 60))
                    }.joined(separator: ", ")))
        }
        facts.append(
            IncidentView.Fact(
                question: words.howTheyReact,
                factAnswer: report.reaction(burst.tone, before: burst.toneBefore)))
        facts.append(
            IncidentView.Fact(
                question: words.afterAnAnswer,
                factAnswer: burst.answeredAt.map { report.firstAnswered(at: moment($0)) }
                    ?? words.noAnswerKnown))
        if let echo = burst.echo {
            facts.append(
                IncidentView.Fact(
                    question: words.lastTime,
                    factAnswer: "\(moment(echo.beganAt)) – \(moment(echo.endedAt)), "
                        + report.stories(echo.stories)))
        }
        burstFacts = facts
    }
}
