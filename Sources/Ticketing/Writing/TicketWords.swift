import Foundation
import Model

/// What a ticket says of its own, in the language of those who work on it.
struct TicketWords: Sendable {
    let subject: TicketTemplate
    let body: TicketTemplate
    let comment: TicketTemplate
    /// Of one that tells of further mentions in the same words, or nearly the same.
    let repeatedComment: TicketTemplate
    let severities: [Severity: String]
    let tones: [Sentiment.Label: String]
    let tone: String
    /// `%` is a brand's name or handle, or any other handle.
    let blameSaidTo: String
    let praiseSaidTo: String
    let blameToldOf: String
    let praiseToldOf: String
    /// Of the ticket that stands for many; `%` is their number.
    let summarySubject: String
    let summaryOpening: String
    /// `%` is a number of earlier posts.
    let history: String
    let noHistory: String
    /// What the facet of places is called.
    let location: String
    /// Between a number's whole part and its decimals.
    let decimalSeparator: String

    /// English for a language that has no words here.
    static func inLanguage(_ language: LanguageCode) -> TicketWords {
        switch language {
        case .polish: polish
        case .latvian: latvian
        default: english
        }
    }

    static let english = TicketWords(
        subject: .ours("[{{brand}}] {{category}}: {{title|oneline|truncate:120}}"),
        body: .ours(
            """
            {{excerpt}}

            Link: {{url}}
            Source: {{source}}, published {{published}}, heard {{heard_at}}
            Author: {{author}} ({{author_history}})
            Brands: {{brands}}
            Tone: {{tone}}, {{score}} ({{tone_reasons}})
            Categories: {{categories}} ({{category_reasons}})
            {{facets}}
            Severity: {{severity}} ({{severity_reason}})
            Answer by: {{answer_by}}
            Next step: {{next_step}}
            Same story: {{related}}
            Earlier ticket: {{previous}}

            Earshot no. {{number}}, {{key}}
            """),
        comment: .ours(
            """
            Mentioned again: {{excerpt}}

            Link: {{url}}
            Source: {{source}}, published {{published}}
            Author: {{author}} ({{author_history}})
            Tone: {{tone}}, {{score}}
            Severity: {{severity}} ({{severity_reason}})

            Earshot no. {{number}}
            """),
        repeatedComment: .ours(
            """
            Mentioned again: {{excerpt}}

            Link: {{url}}
            In the same words, or nearly: {{related}}
            Source: {{source}}, published {{published}}
            Author: {{author}} ({{author_history}})
            Tone: {{tone}}, {{score}}
            Severity: {{severity}} ({{severity_reason}})

            Earshot no. {{number}}
            """),
        severities: [.low: "low", .normal: "normal", .high: "high", .critical: "critical"],
        tones: [
            .positive: "positive", .neutral: "neutral", .negative: "negative", .mixed: "mixed",
            .undecided: "undecided",
        ], tone: "tone", blameSaidTo: "blame said to %",
        praiseSaidTo: "praise said to %", blameToldOf: "blame told of %",
        praiseToldOf: "praise told of %",
        summarySubject: "Mentions beyond the tickets of one run: %",
        summaryOpening: "Each line is a mention that would have become a ticket of its own.",
        history: "earlier posts: %", noHistory: "no earlier posts", location: "Location",
        decimalSeparator: ".")

    static let polish = TicketWords(
        subject: .ours("[{{brand}}] {{category}}: {{title|oneline|truncate:120}}"),
        body: .ours(
            """
            {{excerpt}}

            Link: {{url}}
            Źródło: {{source}}, opublikowano {{published}}, usłyszano {{heard_at}}
            Autor: {{author}} ({{author_history}})
            Marki: {{brands}}
            Ton: {{tone}}, {{score}} ({{tone_reasons}})
            Kategorie: {{categories}} ({{category_reasons}})
            {{facets}}
            Pilność: {{severity}} ({{severity_reason}})
            Odpowiedź do: {{answer_by}}
            Następny krok: {{next_step}}
            Ta sama sprawa: {{related}}
            Wcześniejsze zgłoszenie: {{previous}}

            Earshot nr {{number}}, {{key}}
            """),
        comment: .ours(
            """
            Kolejna wzmianka: {{excerpt}}

            Link: {{url}}
            Źródło: {{source}}, opublikowano {{published}}
            Autor: {{author}} ({{author_history}})
            Ton: {{tone}}, {{score}}
            Pilność: {{severity}} ({{severity_reason}})

            Earshot nr {{number}}
            """),
        repeatedComment: .ours(
            """
            Kolejna wzmianka: {{excerpt}}

            Link: {{url}}
            Tymi samymi lub prawie tymi samymi słowami: {{related}}
            Źródło: {{source}}, opublikowano {{published}}
            Autor: {{author}} ({{author_history}})
            Ton: {{tone}}, {{score}}
            Pilność: {{severity}} ({{severity_reason}})

            Earshot nr {{number}}
            """),
        severities: [.low: "niska", .normal: "zwykła", .high: "wysoka", .critical: "krytyczna"],
        tones: [
            .positive: "pozytywny", .neutral: "neutralny", .negative: "negatywny",
            .mixed: "mieszany", .undecided: "nierozstrzygnięty",
        ], tone: "ton", blameSaidTo: "krytyka pod adresem %",
        praiseSaidTo: "pochwała pod adresem %", blameToldOf: "krytyka na temat %",
        praiseToldOf: "pochwała na temat %",
        summarySubject: "Wzmianki ponad limit zgłoszeń jednego przebiegu: %",
        summaryOpening: "Każdy wiersz to wzmianka, która byłaby osobnym zgłoszeniem.",
        history: "wcześniejsze wpisy: %", noHistory: "brak wcześniejszych wpisów",
        location: "Miejsce",
        decimalSeparator: ",")

    static let latvian = TicketWords(
        subject: .ours("[{{brand}}] {{category}}: {{title|oneline|truncate:120}}"),
        body: .ours(
            """
            {{excerpt}}

            Saite: {{url}}
            Avots: {{source}}, publicēts {{published}}, sadzirdēts {{heard_at}}
            Autors: {{author}} ({{author_history}})
            Zīmoli: {{brands}}
            Noskaņa: {{tone}}, {{score}} ({{tone_reasons}})
            Kategorijas: {{categories}} ({{category_reasons}})
            {{facets}}
            Steidzamība: {{severity}} ({{severity_reason}})
            Jāatbild līdz: {{answer_by}}
            Nākamais solis: {{next_step}}
            Tas pats notikums: {{related}}
            Agrākais pieteikums: {{previous}}

            Earshot nr. {{number}}, {{key}}
            """),
        comment: .ours(
            """
            Pieminēts vēlreiz: {{excerpt}}

            Saite: {{url}}
            Avots: {{source}}, publicēts {{published}}
            Autors: {{author}} ({{author_history}})
            Noskaņa: {{tone}}, {{score}}
            Steidzamība: {{severity}} ({{severity_reason}})

            Earshot nr. {{number}}
            """),
        repeatedComment: .ours(
            """
            Pieminēts vēlreiz: {{excerpt}}

            Saite: {{url}}
            Tiem pašiem vai gandrīz tiem pašiem vārdiem: {{related}}
            Avots: {{source}}, publicēts {{published}}
            Autors: {{author}} ({{author_history}})
            Noskaņa: {{tone}}, {{score}}
            Steidzamība: {{severity}} ({{severity_reason}})

            Earshot nr. {{number}}
            """),
        severities: [.low: "zema", .normal: "parasta", .high: "augsta", .critical: "kritiska"],
        tones: [
            .positive: "pozitīva", .neutral: "neitrāla", .negative: "negatīva", .mixed: "jaukta",
            .undecided: "neskaidra",
        ], tone: "noskaņa", blameSaidTo: "pārmetumi, kas teikti %",
        praiseSaidTo: "uzslava, kas teikta %", blameToldOf: "pārmetumi par %",
        praiseToldOf: "uzslava par %",
        summarySubject: "Pieminējumi virs vienas reizes pieteikumu skaita: %",
        summaryOpening: "Katra rinda ir pieminējums, kas būtu atsevišķs pieteikums.",
        history: "agrāki ieraksti: %", noHistory: "agrāku ierakstu nav", location: "Vieta",
        decimalSeparator: ",")
}

extension TicketWords {
    /// With a minus sign, as reports write it.
    func number(_ value: Double, decimals: Int) -> String {
        let text = abs(value).text(decimals: decimals)
        let isNegative = value < 0 && text.contains { $0 != "0" && $0 != "." }
        return (isNegative ? "−" : "") + text.replacing(".", with: decimalSeparator)
    }

    /// `+1.5`, `−1.5`.
    func signed(_ value: Double) -> String {
        (value > 0 ? "+" : "") + number(value, decimals: 1)
    }
}

extension TicketTemplate {
    /// One of those above, which are read once.
    fileprivate static func ours(_ text: String) -> TicketTemplate {
        do {
            return try TicketTemplate(text)
        } catch {
            preconditionFailure("a template of ours is wrong: \(error)")
        }
    }
}
