import Classifying
import Model
import Testing

struct PolishSentimentTests {
    @Test(
        arguments: [
            ("Zefirnet ma świetny zasięg", .positive, "świetn*"),
            ("swietna obsluga", .positive, "świetn*"),
            ("Polecam każdemu", .positive, "polecam"),
            ("bardzo dobra kawa", .positive, "dobra"),
            ("Uwielbiam Kawkę", .positive, "uwielbiam"),
            ("kocham to miejsce", .positive, "kocham"),
            ("najlepsza kawa w mieście", .positive, "najlepsz*"),
            ("szybko i tanio", .positive, "szybk*"),
            ("suuuper obsługa", .positive, "super"),
            ("Dziękuję za pomoc", .positive, "dziękuję"),
            ("brawo Zefirnet!", .positive, "brawo"),
            ("jestem zadowolona z routera", .positive, "zadowolon*"),
            ("wszystko działa bez problemów", .positive, "działa"),
            ("nie jest źle", .positive, "źle"),
            ("mega fajnie", .positive, "fajn*"),
            ("pyszna drożdżówka i czysto", .positive, "pyszn*"),
            ("bardzo lubię tam wpadać", .positive, "lubię"),
            ("miła pani na kasie :)", .positive, "miła"),
            ("pomocny konsultant", .positive, "pomocn*"),
            ("pełna kultura 👍", .positive, "👍"),
            ("nie działa", .negative, "nie działa*"),
            ("Od rana nic nie działa", .negative, "nie działa*"),
            ("nigdy nie działało jak trzeba", .negative, "nie działa*"),
            ("nie polecam", .negative, "nie polecam"),
            ("bardzo nie lubię czekać", .negative, "lubię"),
            ("nie jest zbyt dobry", .negative, "dobry"),
            ("to nie jest dobra oferta", .negative, "dobra"),
            ("fatalna obsługa", .negative, "fataln*"),
            ("beznadziejne jedzenie", .negative, "beznadziejn*"),
            ("dramat w Baltfonie", .negative, "dramat"),
            ("MASAKRA", .negative, "masakra"),
            ("niemiła kasjerka", .negative, "niemił*"),
            ("nieładnie, Zefirnecie", .negative, "nieład*"),
            ("niefajnie tak zwodzić klienta", .negative, "niefajn*"),
            ("odradzam wszystkim", .negative, "odradzam"),
            ("kolejna awaria :(", .negative, ":("),
            ("zepsuty ekspres od tygodnia", .negative, "zepsut*"),
            ("nienawidze tej aplikacji", .negative, "nienawidzę"),
            ("za drogo jak na taką jakość", .negative, "drog*"),
            ("zle mnie potraktowano", .negative, "złe"),
            ("oszuści!!!", .negative, "oszuści"),
            ("ani dobrze, ani tanio", .negative, "dobrze"),
            ("nikt nie był miły", .negative, "miły"),
            ("Zefirnet znowu #bardzoźle", .negative, "źle"),
            ("Zefirnet znowu #bardzoz\u{301}le", .negative, "źle"),
            ("Zefirnet znowu #bardzoŹle", .neutral, nil),
            ("Zefirnet otwiera salon w Lublinie", .neutral, nil),
            ("nie ma problemu", .neutral, nil),
            ("czy sklep jest czynny w niedzielę?", .neutral, nil),
            ("kocham kawę, nienawidzę kolejek", .mixed, "nienawidzę"),
        ] as [(String, Sentiment.Label, String?)])
    func `a sentence has the tone of its keywords`(
        text: String, label: Sentiment.Label, term: String?
    ) {
        let sentiment = Classifier.sample.sentiment(text, .polish)
        #expect(sentiment.label == label)
        #expect(sentiment.decidingTerm == term)
    }
}
