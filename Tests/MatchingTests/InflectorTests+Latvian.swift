import Matching
import Model
import Testing

/// Names in Latvian.
extension InflectorTests {
    static let latvian = [
        Paradigm("Zefīrs", "Zefīra Zefīram Zefīru Zefīrā Zefīr Zefīri Zefīriem Zefīros"),
        Paradigm("Kalējs", "Kalēja Kalējam Kalēji"), Paradigm("Ceļš", "Ceļa Ceļam Ceļu Ceļā"),
        Paradigm("Brālis", "Brāļa Brālim Brāli Brālī Brāļi Brāļiem", not: "Brāla"),
        Paradigm("Lācis", "Lāča Lācim"), Paradigm("Zutis", "Zuša Zutim Zušu"),
        Paradigm("Gatis", "Gata Gatim"), Paradigm("Skapis", "Skapja Skapim Skapju"),
        Paradigm("Dadzis", "Dadža Dadzim"), Paradigm("Kaķis", "Kaķa Kaķim"),
        Paradigm("Auseklis", "Ausekļa"), Paradigm("Alnis", "Aļņa Alnim"),
        Paradigm("Akmens", "Akmenim Akmenī Akmeņi"), Paradigm("Suns", "Suņa Sunim Suni"),
        Paradigm("Tirgus", "Tirgum Tirgu Tirgū Tirgiem"),
        Paradigm("Kafija", "Kafijas Kafijai Kafiju Kafijā Kafijām"),
        Paradigm("Maksa", "Maksas Maksai Maksu Maksā"),
        Paradigm("Zāle", "Zāles Zālei Zāli Zālē Zāļu Zālēm"),
        Paradigm("Upe", "Upes Upei Upju"), Paradigm("Pūce", "Pūču Pūci"),
        Paradigm("Valsts", "Valstij Valsti Valstī"), Paradigm("Pils", "Pilij Pilī"),
        Paradigm("Nakts", "Naktis Nakšu Naktīm"), Paradigm("Durvis", "Durvju Durvīm Durvīs"),
        // Without a singular, and names from abroad that look like them.
        Paradigm("Pūķi", "Pūķu Pūķiem Pūķos"), Paradigm("Rozes", "Rožu Rozēm Rozēs"),
        Paradigm("Liepas", "Liepu Liepām Liepās", not: "Liepaā"),
        Paradigm("Tallas", "Tallasa Tallasam Tallasā"),
        Paradigm("Telsi", "Telsu Telsiem Telsos"), Paradigm("Mayoshi", "", not: "Mayoshu"),
        Paradigm("Zefirbank", "Zefirbankas Zefirbankai Zefirbankā Zefirbankam"),
        Paradigm("Tveter", "Tvetera Tveterī Tveteris Tveterā"),
        Paradigm("Kawkay", "Kawkayā Kawkayam"), Paradigm("Kawky", "", not: "Kawkyā"),
        // In Latvian spelling.
        Paradigm("Zoor", "Zoors Zoorā Zūrs Zūra Zūrā"), Paradigm("Wenbank", "Wenbanka Venbankā"),
        Paradigm("Lumex", "Lumexa Lumeksa Lumeksā", not: "Lumeka"),
        Paradigm("Maxona", "Maxonā Maksonā Maksonas"), Paradigm("Couver", "Couvera", not: "Cūvera"),
        Paradigm("Bekker's", "Bekkera Bekkeram", not: "Bekker'a"),
        Paradigm("Tikšanās", "Tikšanos"), Paradigm("Lielais", "Lielā Lielajam Lielo Lielajā"),
        Paradigm("Jaunā", "Jaunās Jaunajai Jauno Jaunajā"),
        Paradigm("Zefirnet", "Zefirnets Zefirneta Zefirnetam Zefirnetu Zefirnetā"),
        Paradigm("Elko", "", not: "Elkos Elka"), Paradigm("Rimmi", "", not: "Rimma Rimmis"),
        Paradigm("ZKP", "", not: "ZKPs"), Paradigm("KAFIJA", "KAFIJAS KAFIJĀ"),
        Paradigm("Tele9", "", not: "Tele9s"), Paradigm("Ņu", "", not: "Ņ"),
        Paradigm("Rīgas Kafija", "Rīgas Kafijas,Rīgas Kafijā", not: "Rīga Kafijas"),
        Paradigm("Lielais Dzintars", "Lielā Dzintara,Lielajam Dzintaram,Lielajā Dzintarā"),
        Paradigm("Jaunā Tirgotava", "Jaunās Tirgotavas,Jauno Tirgotavu,Jaunajā Tirgotavā"),
        Paradigm("Jānis Ozols", "Jāņa Ozola,Jānim Ozolam,Jāni Ozolu", not: "Jānis Ozola"),
        Paradigm("Anna Liepiņa", "Annas Liepiņas,Annai Liepiņai,Annu Liepiņu"),
        Paradigm("Andris Liepa", "Andra Liepas,Andrim Liepam,Andri Liepu", not: "Andris Liepas"),
        Paradigm("Jānis Kārlis Ozols", "Jāņa Kārļa Ozola,Jānim Kārlim Ozolam"),
        Paradigm("Anna Marija Ozola", "Annas Marijas Ozolas,Annai Marijai Ozolai"),
        Paradigm("Zīle-Kalna", "Zīles-Kalnas,Zīlei-Kalnai", not: "Zīle-Kalnas"),
        Paradigm("Mazā Dārzu iela", "Mazās Dārzu ielas,Mazajā Dārzu ielā"),
        Paradigm("Akmens tilts", "Akmens tiltā,Akmens tiltu"),
        Paradigm("Galerija Tilts", "Galerijas Tilts,Galerijā Tilts"),
        Paradigm("Garšīgās Pupas", "Garšīgo Pupu,Garšīgajām Pupām", not: "Garšīgās Pupām"),
        Paradigm("Jaunie Laiki", "Jauno Laiku,Jaunajiem Laikiem,Jaunajos Laikos"),
        Paradigm("Maize un Medus", "Maizes un Medus,Maizei un Medum"),
        Paradigm("LAIVA", "LAIVAS LAIVĀ"),
        // Plurals, and names from abroad in -us.
        Paradigm("Straujie", "Straujo Straujajiem Straujiem Straujos", not: "Straujies Straujiē"),
        Paradigm("Kari", "Karu Kariem Karos"), Paradigm("Lannenieki", "Lanneniekiem"),
        Paradigm("Zefirus", "Zefirusa Zefirusam Zefirum", not: "Zefiri"),
        Paradigm("Klus", "Klusa Klusam Klusā", not: "Klum"), Paradigm("Alus", "Alum", not: "Alusa"),
        Paradigm("Jaunā Liepa", "Jaunajai Liepai", not: "Jaunajai Liepam"),
        // What stays behind a preposition and a word for a kind of business, numerals, women.
        Paradigm("Nams pie Liepas", "Nama pie Liepas,Namā pie Liepas", not: "Nams po Liepu"),
        Paradigm("Pie Liepas", "", not: "Po Liepu"),
        Paradigm("Kafejnīca Kaija", "Kafejnīcas Kaija,Kafejnīcā Kaija", not: "Kafejnīca Kaijas"),
        Paradigm("Tirgus Kafija", "Tirgus Kafijas", not: "Tirgum Kafija"),
        Paradigm("Trīs Kaijas", "Trīs Kaiju,Trīs Kaijām", not: "Trīs Kaijasa"),
        Paradigm("Divi Alņi", "Divu Alņu,Diviem Alņiem", not: "Divi Alņu"),
        Paradigm("Laima Zīle", "Laimas Zīles,Laimai Zīlei", not: "Laima Zīles"),
        Paradigm("Siltie Rudzu Kukuļi", "Silto Rudzu Kukuļu", not: "Siltie Rudzu Kukuļu"),
        Paradigm("Zālespils", "Zālespilij Zālespilī", not: "Zālespila Zālespilam"),
        Paradigm("Zane Liepa", "Zanei Liepai", not: "Zanem Liepai"),
    ]

    @Test(arguments: latvian)
    func `Latvian names take the forms of their paradigm`(paradigm: Paradigm) {
        let forms = Inflector.forms(of: paradigm.name, .latvian).map(\.form)
        #expect(Set(paradigm.forms).subtracting(forms) == [])
        #expect(Set(paradigm.others).intersection(forms) == [])
    }
}
