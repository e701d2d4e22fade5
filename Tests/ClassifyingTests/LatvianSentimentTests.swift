import Classifying
import Model
import Testing

struct LatvianSentimentTests {
    @Test(
        arguments: [
            ("Zefirnet ir lieliska zona", .positive, "lielisk*"),
            ("ļoti laba kafija", .positive, "laba"),
            ("man patīk šī vieta", .positive, "patīk"),
            ("Iesaku visiem", .positive, "iesaku"),
            ("garšīgas bulciņas", .positive, "garšīg*"),
            ("forši, ka esat", .positive, "forš*"),
            ("forsi un atri", .positive, "forš*"),
            ("paldies par palīdzību", .positive, "paldies"),
            ("viss strādā", .positive, "strādā"),
            ("ātri un lēti", .positive, "ātr*"),
            ("suuuper apkalpošana", .positive, "super"),
            ("laipna pārdevēja", .positive, "laipn*"),
            ("esmu apmierināta ar Zefirnetu", .positive, "apmierināt*"),
            ("mīlu Kawku", .positive, "mīlu"),
            ("labs serviss :)", .positive, "labs"),
            ("nav slikti", .positive, "slikt*"),
            ("nav problēmu", .positive, "nav problēm*"),
            ("jauka atmosfēra un svaiga maize", .positive, "jauk*"),
            ("tiešām prieks", .positive, "prieks"),
            ("internets darbojas 👍", .positive, "👍"),
            ("slikta kafija", .negative, "slikt*"),
            ("nestrādā", .negative, "nestrādā"),
            ("nekas nestrādā", .negative, "nestrādā"),
            ("nekad neatbild", .negative, "neatbild"),
            ("neviens nepalīdz", .negative, "nepalīdz*"),
            ("briesmīga apkalpošana", .negative, "briesmīg*"),
            ("nav labi", .negative, "labi"),
            ("nebija garšīgi", .negative, "garšīg*"),
            ("man nepatīk", .negative, "nepatīk"),
            ("nepatik man jusu lietotne", .negative, "nepatīk"),
            ("neiesaku", .negative, "neiesaku"),
            ("galīgi slikti", .negative, "slikt*"),
            ("pārāk dārgi", .negative, "dārg*"),
            ("kauns, Baltfon", .negative, "kauns"),
            ("lēns internets", .negative, "lēn*"),
            ("ŠAUSMĪGI", .negative, "šausmīg*"),
            ("atkal avārija :(", .negative, ":("),
            ("ienistu rindas", .negative, "ienīstu"),
            ("rupja pārdevēja", .negative, "rupj*"),
            ("šis nav nekas labs", .negative, "labs"),
            ("vīlies Zefirnetā", .negative, "vīlies"),
            ("nelabs pakalpojums", .negative, "nelab*"),
            ("Zefirnet atver veikalu Liepājā", .neutral, nil),
            ("cikos jūs slēdzat?", .neutral, nil),
            ("mīlu kafiju, ienīstu rindas", .mixed, "ienīstu"),
        ] as [(String, Sentiment.Label, String?)])
    func `a sentence has the tone of its keywords`(
        text: String, label: Sentiment.Label, term: String?
    ) {
        let sentiment = Classifier.sample.sentiment(text, .latvian)
        #expect(sentiment.label == label)
        #expect(sentiment.decidingTerm == term)
    }
}
