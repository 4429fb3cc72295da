BEGIN TRANSACTION;
CREATE TABLE account (
	id INTEGER NOT NULL, 
	email VARCHAR(255) NOT NULL, 
	naam VARCHAR(200) NOT NULL, 
	organisatie_id INTEGER NOT NULL, 
	telefoon VARCHAR(40) NOT NULL, 
	password VARCHAR(255), 
	active BOOLEAN NOT NULL, 
	fs_uniquifier VARCHAR(64) NOT NULL, 
	uitgenodigd_op DATETIME, 
	last_login_at DATETIME, 
	current_login_at DATETIME, 
	last_login_ip VARCHAR(64), 
	current_login_ip VARCHAR(64), 
	login_count INTEGER NOT NULL, 
	aangemaakt_op DATETIME NOT NULL, 
	CONSTRAINT pk_account PRIMARY KEY (id), 
	CONSTRAINT fk_account_organisatie_id_organisatie FOREIGN KEY(organisatie_id) REFERENCES organisatie (id), 
	CONSTRAINT uq_account_email UNIQUE (email), 
	CONSTRAINT uq_account_fs_uniquifier UNIQUE (fs_uniquifier)
);
INSERT INTO "account" VALUES(1,'persoon5@voorbeeld.example','Kim Voorbeeld',1,'',NULL,1,'4b2b18c057a6403a800c057ef9716382',NULL,NULL,NULL,NULL,NULL,0,'2023-11-01 09:00:00.000000');
INSERT INTO "account" VALUES(2,'persoon7@voorbeeld.example','Anna Voorbeeld',2,'',NULL,1,'60df613b69de4cf99f12b4ada872e999',NULL,NULL,NULL,NULL,NULL,0,'2023-11-01 09:00:00.000000');
INSERT INTO "account" VALUES(3,'persoon9@voorbeeld.example','Bas Voorbeeld',3,'',NULL,1,'69ffa6d175d34af8aa7f157a33fd6f9e',NULL,NULL,NULL,NULL,NULL,0,'2023-11-01 09:00:00.000000');
INSERT INTO "account" VALUES(4,'persoon11@voorbeeld.example','Cato Voorbeeld',4,'',NULL,1,'4b801dff45d5494eba9d9fbf41240a38',NULL,NULL,NULL,NULL,NULL,0,'2023-11-01 09:00:00.000000');
INSERT INTO "account" VALUES(5,'persoon13@voorbeeld.example','Dirk Voorbeeld',5,'',NULL,1,'c8a4df134dce4ef7bb909a541eb9a3a8',NULL,NULL,NULL,NULL,NULL,0,'2023-11-01 09:00:00.000000');
INSERT INTO "account" VALUES(6,'persoon14@voorbeeld.example','Eva Voorbeeld',6,'',NULL,1,'f38daadc965045a6a3f1b0892bdf5e8a',NULL,NULL,NULL,NULL,NULL,0,'2023-12-01 09:00:00.000000');
CREATE TABLE account_event (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	soort VARCHAR(40) NOT NULL, 
	op DATETIME NOT NULL, 
	door_id INTEGER, 
	herkomst VARCHAR(64) NOT NULL, 
	tekst TEXT NOT NULL, 
	CONSTRAINT pk_account_event PRIMARY KEY (id), 
	CONSTRAINT fk_account_event_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_account_event_door_id_account FOREIGN KEY(door_id) REFERENCES account (id)
);
CREATE TABLE "actie" (
	vorm VARCHAR(40) NOT NULL, 
	paragraaf TEXT NOT NULL, 
	omschrijving TEXT NOT NULL, 
	verantwoordelijke TEXT NOT NULL, 
	themas JSON NOT NULL, 
	is_mijlpaal BOOLEAN NOT NULL, 
	id INTEGER NOT NULL, 
	positie INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	gewijzigd_op DATETIME NOT NULL, 
	verwijderd_op DATETIME, 
	plan_id INTEGER NOT NULL, 
	gewijzigd_door_id INTEGER, 
	tijdslijn TEXT NOT NULL, 
	venster_van DATE, 
	venster_tot DATE, 
	venster_bron VARCHAR(40) NOT NULL, 
	herkomst_id INTEGER, 
	CONSTRAINT pk_actie PRIMARY KEY (id), 
	CONSTRAINT ck_actie_vorm CHECK (vorm IN ('kop', 'actie', 'kop_en_actie')), 
	CONSTRAINT fk_actie_gewijzigd_door_id_account FOREIGN KEY(gewijzigd_door_id) REFERENCES account (id), 
	CONSTRAINT fk_actie_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE, 
	CONSTRAINT ck_actie_venster_bron CHECK (venster_bron IN ('geen', 'gelezen', 'aangepast')), 
	CONSTRAINT ck_actie_venster_op_volgorde CHECK (venster_van IS NULL OR venster_tot IS NULL OR venster_van <= venster_tot), 
	CONSTRAINT fk_actie_herkomst_id_actie FOREIGN KEY(herkomst_id) REFERENCES actie (id)
);
INSERT INTO "actie" VALUES('kop','5a','Samenwerken','','[]',0,1,1,1,'2023-11-01 09:00:00.000000',NULL,1,2,'',NULL,NULL,'geen',NULL);
INSERT INTO "actie" VALUES('actie','5a.1','Actie 1','Gemeenten','[]',0,2,2,1,'2023-11-01 09:00:00.000000',NULL,1,2,'Eind Q1 2024',NULL,NULL,'geen',NULL);
INSERT INTO "actie" VALUES('actie','5a.2','Actie 2','Gemeenten','[]',0,3,3,1,'2023-11-01 09:00:00.000000',NULL,1,2,'Eind Q1 2024',NULL,NULL,'geen',NULL);
INSERT INTO "actie" VALUES('actie','5a.3','Actie 3','Gemeenten en zorg','[]',0,4,4,2,'2023-11-02 10:00:00.000000',NULL,1,3,'Eind Q1 2024',NULL,NULL,'geen',NULL);
INSERT INTO "actie" VALUES('actie','','Een huisbezoek per maand','','["daling"]',1,5,1,1,'2023-11-01 09:00:00.000000',NULL,2,4,'Doorlopend',NULL,NULL,'geen',NULL);
CREATE TABLE advies (
	indiening_id INTEGER NOT NULL, 
	door_id INTEGER NOT NULL, 
	oordeel VARCHAR(40) NOT NULL, 
	toelichting TEXT NOT NULL, 
	op DATETIME NOT NULL, 
	CONSTRAINT pk_advies PRIMARY KEY (indiening_id, door_id), 
	CONSTRAINT fk_advies_door_id_account FOREIGN KEY(door_id) REFERENCES account (id), 
	CONSTRAINT fk_advies_indiening_id_indiening FOREIGN KEY(indiening_id) REFERENCES indiening (id) ON DELETE CASCADE, 
	CONSTRAINT ck_advies_oordeel CHECK (oordeel IN ('vaststellen', 'terugsturen', 'geen'))
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE answer (
	plan_id INTEGER NOT NULL, 
	question_key VARCHAR(60) NOT NULL, 
	text TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	gewijzigd_op DATETIME NOT NULL, 
	gewijzigd_door_id INTEGER, 
	CONSTRAINT pk_answer PRIMARY KEY (plan_id, question_key), 
	CONSTRAINT ck_answer_revision_vanaf_een CHECK (revision >= 1), 
	CONSTRAINT fk_answer_gewijzigd_door_id_account FOREIGN KEY(gewijzigd_door_id) REFERENCES account (id), 
	CONSTRAINT fk_answer_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "answer" VALUES(1,'regio_naam','Bergerwoud en Waalbos',1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "answer" VALUES(1,'gemeenten','Bergerwoud
Waalbos',1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "answer" VALUES(2,'regio_naam','Duinrand',1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "answer" VALUES(2,'gemeenten','Duinrand',1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "answer" VALUES(3,'regio_naam','Heidelo',1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "answer" VALUES(3,'gemeenten','Heidelo',1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "answer" VALUES(1,'projectstructuur_vorm','bestaand',1,'2023-11-01 09:00:00.000000',2);
INSERT INTO "answer" VALUES(1,'doelgroep_soorten','anders jongeren',1,'2023-11-01 09:00:00.000000',2);
CREATE TABLE answer_history (
	id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	question_key VARCHAR(60) NOT NULL, 
	text TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	gewijzigd_op DATETIME NOT NULL, 
	gewijzigd_door_id INTEGER, 
	CONSTRAINT pk_answer_history PRIMARY KEY (id), 
	CONSTRAINT fk_answer_history_gewijzigd_door_id_account FOREIGN KEY(gewijzigd_door_id) REFERENCES account (id), 
	CONSTRAINT fk_answer_history_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
CREATE TABLE antwoordblad (
	id INTEGER NOT NULL, 
	uitvraag_id INTEGER NOT NULL, 
	plan_id INTEGER, 
	plan_indiening_id INTEGER, 
	status VARCHAR(40) NOT NULL, 
	status_sinds DATETIME NOT NULL, 
	indiening_nummer INTEGER NOT NULL, 
	uitstel_tot DATE, 
	heropend_tot DATE, 
	niet_gevraagd BOOLEAN NOT NULL, 
	niet_gevraagd_reden TEXT NOT NULL, 
	CONSTRAINT pk_antwoordblad PRIMARY KEY (id), 
	CONSTRAINT ck_antwoordblad_alleen_open_zonder_indiening CHECK (status = 'open' OR indiening_nummer >= 1), 
	CONSTRAINT ck_antwoordblad_indiening_nummer_niet_negatief CHECK (indiening_nummer >= 0), 
	CONSTRAINT fk_antwoordblad_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id), 
	CONSTRAINT fk_antwoordblad_plan_indiening_id_indiening FOREIGN KEY(plan_indiening_id) REFERENCES indiening (id), 
	CONSTRAINT fk_antwoordblad_uitvraag_id_uitvraag FOREIGN KEY(uitvraag_id) REFERENCES uitvraag (id) ON DELETE CASCADE, 
	CONSTRAINT ck_antwoordblad_status CHECK (status IN ('open', 'ingediend', 'heropend'))
);
INSERT INTO "antwoordblad" VALUES(1,1,1,1,'ingediend','2024-01-10 09:00:00.000000',1,NULL,NULL,0,'');
INSERT INTO "antwoordblad" VALUES(2,2,1,1,'ingediend','2024-04-04 09:00:00.000000',1,NULL,NULL,0,'');
INSERT INTO "antwoordblad" VALUES(3,2,2,2,'ingediend','2024-04-04 09:00:00.000000',1,NULL,NULL,0,'');
INSERT INTO "antwoordblad" VALUES(4,2,NULL,NULL,'open','2024-04-03 09:00:00.000000',0,NULL,NULL,0,'');
CREATE TABLE bijlage (
	id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	naam TEXT NOT NULL, 
	bestandsnaam TEXT NOT NULL, 
	soort VARCHAR(120) NOT NULL, 
	grootte INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	inhoud BLOB, 
	toegevoegd_op DATETIME NOT NULL, 
	toegevoegd_door_id INTEGER NOT NULL, 
	verwijderd_op DATETIME, 
	CONSTRAINT pk_bijlage PRIMARY KEY (id), 
	CONSTRAINT ck_bijlage_grootte_positief CHECK (grootte > 0), 
	CONSTRAINT fk_bijlage_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE, 
	CONSTRAINT fk_bijlage_toegevoegd_door_id_account FOREIGN KEY(toegevoegd_door_id) REFERENCES account (id)
);
INSERT INTO "bijlage" VALUES(1,1,'Ons plan','plan.pdf','application/pdf',10,'1b2ed3a31a3ff9e54be3ecbc2edce7c876d5e1fa70b8d66ec31d64c205cc8a43',X'255044462D312E370A78','2023-11-01 09:00:00.000000',2,NULL);
CREATE TABLE blad_antwoord (
	id INTEGER NOT NULL, 
	blad_id INTEGER NOT NULL, 
	question_key VARCHAR(60) NOT NULL, 
	regio_id INTEGER, 
	text TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	gewijzigd_op DATETIME NOT NULL, 
	gewijzigd_door_id INTEGER, 
	CONSTRAINT pk_blad_antwoord PRIMARY KEY (id), 
	CONSTRAINT ck_blad_antwoord_revision_vanaf_een CHECK (revision >= 1), 
	CONSTRAINT fk_blad_antwoord_blad_id_antwoordblad FOREIGN KEY(blad_id) REFERENCES antwoordblad (id) ON DELETE CASCADE, 
	CONSTRAINT fk_blad_antwoord_gewijzigd_door_id_account FOREIGN KEY(gewijzigd_door_id) REFERENCES account (id), 
	CONSTRAINT fk_blad_antwoord_regio_id_regio FOREIGN KEY(regio_id) REFERENCES regio (id)
);
INSERT INTO "blad_antwoord" VALUES(1,1,'afstemming_vorm',NULL,'vast_overleg',1,'2024-01-10 09:00:00.000000',2);
INSERT INTO "blad_antwoord" VALUES(2,1,'doel_verwachting',NULL,'deels',1,'2024-01-10 09:00:00.000000',2);
INSERT INTO "blad_antwoord" VALUES(3,2,'afstemming_vorm',NULL,'vast_overleg',1,'2024-04-03 09:00:00.000000',2);
INSERT INTO "blad_antwoord" VALUES(4,2,'doel_verwachting',NULL,'deels',1,'2024-04-03 09:00:00.000000',2);
INSERT INTO "blad_antwoord" VALUES(5,2,'afstemming_toelichting',NULL,'De *werkgroep* bereidt alles voor.',2,'2024-04-04 09:00:00.000000',3);
INSERT INTO "blad_antwoord" VALUES(6,2,'eigen_e0774adb',NULL,'keuze_1',1,'2024-04-03 09:00:00.000000',2);
INSERT INTO "blad_antwoord" VALUES(7,2,'eigen_f00f3608',NULL,'Wij missen nog een wijkteam.',1,'2024-04-03 09:00:00.000000',2);
INSERT INTO "blad_antwoord" VALUES(8,2,'doel_verwachting',2,'nee',1,'2024-04-03 09:00:00.000000',2);
INSERT INTO "blad_antwoord" VALUES(9,3,'afstemming_vorm',NULL,'ad_hoc',1,'2024-04-04 09:00:00.000000',4);
INSERT INTO "blad_antwoord" VALUES(10,3,'doel_verwachting',NULL,'ja',1,'2024-04-04 09:00:00.000000',4);
CREATE TABLE blad_historie (
	id INTEGER NOT NULL, 
	blad_id INTEGER NOT NULL, 
	veld VARCHAR(80) NOT NULL, 
	waarde JSON NOT NULL, 
	revision INTEGER NOT NULL, 
	gewijzigd_op DATETIME NOT NULL, 
	gewijzigd_door_id INTEGER, 
	CONSTRAINT pk_blad_historie PRIMARY KEY (id), 
	CONSTRAINT fk_blad_historie_blad_id_antwoordblad FOREIGN KEY(blad_id) REFERENCES antwoordblad (id) ON DELETE CASCADE, 
	CONSTRAINT fk_blad_historie_gewijzigd_door_id_account FOREIGN KEY(gewijzigd_door_id) REFERENCES account (id)
);
INSERT INTO "blad_historie" VALUES(1,2,'afstemming_toelichting','{"text": "De *werkgroep* bereidt voor."}',1,'2024-04-03 09:00:00.000000',2);
INSERT INTO "blad_historie" VALUES(2,2,'voortgang:2','{"status": "op_schema", "toelichting": "Stap 1 loopt.", "gelijk_aan_id": 1}',1,'2024-04-03 09:00:00.000000',2);
INSERT INTO "blad_historie" VALUES(3,2,'regel:1','{"tekst": "Wijkteams werken samen", "aan": "", "regio_id": null}',1,'2024-04-03 09:00:00.000000',2);
CREATE TABLE blad_indiening (
	id INTEGER NOT NULL, 
	blad_id INTEGER NOT NULL, 
	nummer INTEGER NOT NULL, 
	ingediend_op DATETIME NOT NULL, 
	ingediend_door_id INTEGER NOT NULL, 
	namens VARCHAR(40) NOT NULL, 
	checksum VARCHAR(64) NOT NULL, 
	feiten JSON NOT NULL, 
	snapshot JSON NOT NULL, 
	CONSTRAINT pk_blad_indiening PRIMARY KEY (id), 
	CONSTRAINT fk_blad_indiening_blad_id_antwoordblad FOREIGN KEY(blad_id) REFERENCES antwoordblad (id) ON DELETE CASCADE, 
	CONSTRAINT fk_blad_indiening_ingediend_door_id_account FOREIGN KEY(ingediend_door_id) REFERENCES account (id), 
	CONSTRAINT uq_blad_indiening_blad_id UNIQUE (blad_id, nummer), 
	CONSTRAINT ck_blad_indiening_namens CHECK (namens IN ('gemeente', 'zorgkantoor'))
);
INSERT INTO "blad_indiening" VALUES(1,1,1,'2024-01-10 09:00:00.000000',2,'gemeente','f317205a9aa727d7e4eeef3a36d79478126952ead88df0c54fae1cee7e465ce0','{"afstemming": {"P2": "vast_overleg", "P1": "vast_overleg"}, "doel": {"P2": "deels", "P1": "deels"}, "acties": {"op_schema": 3}, "aantal_acties": 3, "successen": 0, "lessen": 0, "verwachtingen": {}}','{"edition": "progress_2024", "uitvraag": {"id": 1, "naam": "Kwartaaluitvraag Q4 2023"}, "extra_vragen": [], "naam": "Bergerwoud en Waalbos", "regios": [{"id": 2, "code": "P2", "naam": "Bergerwoud"}, {"id": 1, "code": "P1", "naam": "Waalbos"}], "plan": {"plan_id": 1, "indiening_id": 1, "ingediend_op": "2023-12-01T09:00:00+00:00", "is_vastgesteld": true}, "acties": [{"id": 1, "vorm": "kop", "paragraaf": "5a", "omschrijving": "Samenwerken", "verantwoordelijke": "", "tijdslijn": "", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": [], "is_mijlpaal": false}, {"id": 2, "vorm": "actie", "paragraaf": "5a.1", "omschrijving": "Actie 1", "verantwoordelijke": "Gemeenten", "tijdslijn": "Eind Q1 2024", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": [], "is_mijlpaal": false}, {"id": 3, "vorm": "actie", "paragraaf": "5a.2", "omschrijving": "Actie 2", "verantwoordelijke": "Gemeenten", "tijdslijn": "Eind Q1 2024", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": [], "is_mijlpaal": false}, {"id": 4, "vorm": "actie", "paragraaf": "5a.3", "omschrijving": "Actie 3", "verantwoordelijke": "Gemeenten en zorg", "tijdslijn": "Eind Q1 2024", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": [], "is_mijlpaal": false}], "voortgang": {"2": {"status": "op_schema", "toelichting": "Stap 1 loopt.", "gelijk_aan": ""}, "3": {"status": "op_schema", "toelichting": "Stap 2 loopt.", "gelijk_aan": ""}, "4": {"status": "op_schema", "toelichting": "Stap 3 loopt.", "gelijk_aan": ""}}, "answers": {"afstemming_vorm": "vast_overleg", "doel_verwachting": "deels"}, "afwijkingen": {}, "regels": {"successen": [], "lessen": [], "verwachtingen": []}}');
INSERT INTO "blad_indiening" VALUES(2,2,1,'2024-04-04 09:00:00.000000',2,'gemeente','0dce72481bbd3b27777498300db9772192751b3f7175d38966575ede25170bc4','{"afstemming": {"P2": "vast_overleg", "P1": "vast_overleg"}, "doel": {"P2": "nee", "P1": "deels"}, "acties": {"op_schema": 1, "aandacht": 1, "afgerond": 1}, "aantal_acties": 3, "successen": 1, "lessen": 1, "verwachtingen": {"nza": 1, "regio": 1}}','{"edition": "progress_2024", "uitvraag": {"id": 2, "naam": "Kwartaaluitvraag Q1 2024"}, "extra_vragen": [{"key": "eigen_e0774adb", "label": "Is er dagbesteding?", "kind": "choice", "required": false, "guidance": "Kies wat het meest klopt.", "choices": [{"key": "keuze_1", "label": "Ja"}, {"key": "keuze_2", "label": "Nee"}, {"key": "keuze_3", "label": "Soms"}]}, {"key": "eigen_f00f3608", "label": "Wat wilt u nog kwijt?", "kind": "long_text", "required": false, "guidance": "", "choices": []}], "naam": "Bergerwoud en Waalbos", "regios": [{"id": 2, "code": "P2", "naam": "Bergerwoud"}, {"id": 1, "code": "P1", "naam": "Waalbos"}], "plan": {"plan_id": 1, "indiening_id": 1, "ingediend_op": "2023-12-01T09:00:00+00:00", "is_vastgesteld": true}, "acties": [{"id": 1, "vorm": "kop", "paragraaf": "5a", "omschrijving": "Samenwerken", "verantwoordelijke": "", "tijdslijn": "", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": [], "is_mijlpaal": false}, {"id": 2, "vorm": "actie", "paragraaf": "5a.1", "omschrijving": "Actie 1", "verantwoordelijke": "Gemeenten", "tijdslijn": "Eind Q1 2024", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": [], "is_mijlpaal": false}, {"id": 3, "vorm": "actie", "paragraaf": "5a.2", "omschrijving": "Actie 2", "verantwoordelijke": "Gemeenten", "tijdslijn": "Eind Q1 2024", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": [], "is_mijlpaal": false}, {"id": 4, "vorm": "actie", "paragraaf": "5a.3", "omschrijving": "Actie 3", "verantwoordelijke": "Gemeenten en zorg", "tijdslijn": "Eind Q1 2024", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": [], "is_mijlpaal": false}], "voortgang": {"2": {"status": "op_schema", "toelichting": "Stap 1 loopt goed.", "gelijk_aan": ""}, "3": {"status": "aandacht", "toelichting": "De tarieven zijn nog niet rond.", "gelijk_aan": ""}, "4": {"status": "afgerond", "toelichting": "", "gelijk_aan": ""}}, "answers": {"afstemming_vorm": "vast_overleg", "doel_verwachting": "deels", "afstemming_toelichting": "De *werkgroep* bereidt alles voor.", "eigen_e0774adb": "keuze_1", "eigen_f00f3608": "Wij missen nog een wijkteam."}, "afwijkingen": {"P2": {"doel_verwachting": "nee"}}, "regels": {"successen": [{"id": 1, "tekst": "Drie wijkteams werken samen", "aan": "", "regio_code": ""}], "lessen": [{"id": 2, "tekst": "Begin klein", "aan": "", "regio_code": ""}], "verwachtingen": [{"id": 3, "tekst": "Duidelijke tarieven", "aan": "nza", "regio_code": ""}, {"id": 4, "tekst": "Doe weer mee", "aan": "regio", "regio_code": "P2"}]}}');
INSERT INTO "blad_indiening" VALUES(3,3,1,'2024-04-04 09:00:00.000000',4,'gemeente','ced80b688c7b012bf2caa9ffa575c46b942247ca04d2797ca2d50bcb2a288092','{"afstemming": {"P3": "ad_hoc"}, "doel": {"P3": "ja"}, "acties": {"op_schema": 1}, "aantal_acties": 1, "successen": 0, "lessen": 0, "verwachtingen": {}}','{"edition": "progress_2024", "uitvraag": {"id": 2, "naam": "Kwartaaluitvraag Q1 2024"}, "extra_vragen": [{"key": "eigen_e0774adb", "label": "Is er dagbesteding?", "kind": "choice", "required": false, "guidance": "Kies wat het meest klopt.", "choices": [{"key": "keuze_1", "label": "Ja"}, {"key": "keuze_2", "label": "Nee"}, {"key": "keuze_3", "label": "Soms"}]}, {"key": "eigen_f00f3608", "label": "Wat wilt u nog kwijt?", "kind": "long_text", "required": false, "guidance": "", "choices": []}], "naam": "Duinrand", "regios": [{"id": 3, "code": "P3", "naam": "Duinrand"}], "plan": {"plan_id": 2, "indiening_id": 2, "ingediend_op": "2023-12-01T09:00:00+00:00", "is_vastgesteld": true}, "acties": [{"id": 5, "vorm": "actie", "paragraaf": "", "omschrijving": "Een huisbezoek per maand", "verantwoordelijke": "", "tijdslijn": "Doorlopend", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": ["daling"], "is_mijlpaal": true}], "voortgang": {"5": {"status": "op_schema", "toelichting": "Loopt.", "gelijk_aan": ""}}, "answers": {"afstemming_vorm": "ad_hoc", "doel_verwachting": "ja"}, "afwijkingen": {}, "regels": {"successen": [], "lessen": [], "verwachtingen": []}}');
CREATE TABLE blad_regel (
	id INTEGER NOT NULL, 
	blad_id INTEGER NOT NULL, 
	soort VARCHAR(40) NOT NULL, 
	tekst TEXT NOT NULL, 
	aan VARCHAR(20) NOT NULL, 
	regio_id INTEGER, 
	positie INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	gewijzigd_op DATETIME NOT NULL, 
	gewijzigd_door_id INTEGER, 
	verwijderd_op DATETIME, 
	CONSTRAINT pk_blad_regel PRIMARY KEY (id), 
	CONSTRAINT ck_blad_regel_revision_vanaf_een CHECK (revision >= 1), 
	CONSTRAINT fk_blad_regel_blad_id_antwoordblad FOREIGN KEY(blad_id) REFERENCES antwoordblad (id) ON DELETE CASCADE, 
	CONSTRAINT fk_blad_regel_gewijzigd_door_id_account FOREIGN KEY(gewijzigd_door_id) REFERENCES account (id), 
	CONSTRAINT fk_blad_regel_regio_id_regio FOREIGN KEY(regio_id) REFERENCES regio (id), 
	CONSTRAINT ck_blad_regel_soort CHECK (soort IN ('successen', 'lessen', 'verwachtingen'))
);
INSERT INTO "blad_regel" VALUES(1,2,'successen','Drie wijkteams werken samen','',NULL,1,2,'2024-04-04 09:00:00.000000',3,NULL);
INSERT INTO "blad_regel" VALUES(2,2,'lessen','Begin klein','',NULL,1,1,'2024-04-03 09:00:00.000000',2,NULL);
INSERT INTO "blad_regel" VALUES(3,2,'verwachtingen','Duidelijke tarieven','nza',NULL,1,1,'2024-04-03 09:00:00.000000',2,NULL);
INSERT INTO "blad_regel" VALUES(4,2,'verwachtingen','Doe weer mee','regio',2,2,1,'2024-04-03 09:00:00.000000',2,NULL);
CREATE TABLE blad_regio (
	uitvraag_id INTEGER NOT NULL, 
	regio_id INTEGER NOT NULL, 
	blad_id INTEGER NOT NULL, 
	CONSTRAINT pk_blad_regio PRIMARY KEY (uitvraag_id, regio_id), 
	CONSTRAINT fk_blad_regio_blad_id_antwoordblad FOREIGN KEY(blad_id) REFERENCES antwoordblad (id) ON DELETE CASCADE, 
	CONSTRAINT fk_blad_regio_regio_id_regio FOREIGN KEY(regio_id) REFERENCES regio (id), 
	CONSTRAINT fk_blad_regio_uitvraag_id_uitvraag FOREIGN KEY(uitvraag_id) REFERENCES uitvraag (id) ON DELETE CASCADE
);
INSERT INTO "blad_regio" VALUES(1,2,1);
INSERT INTO "blad_regio" VALUES(1,1,1);
INSERT INTO "blad_regio" VALUES(2,2,2);
INSERT INTO "blad_regio" VALUES(2,1,2);
INSERT INTO "blad_regio" VALUES(2,3,3);
INSERT INTO "blad_regio" VALUES(2,4,4);
CREATE TABLE code (
	id INTEGER NOT NULL, 
	soort VARCHAR(40) NOT NULL, 
	sleutel VARCHAR(40) NOT NULL, 
	naam VARCHAR(120) NOT NULL, 
	omschrijving TEXT NOT NULL, 
	trefwoorden JSON NOT NULL, 
	positie INTEGER NOT NULL, 
	vervallen_op DATETIME, 
	samengevoegd_in_id INTEGER, 
	revision INTEGER NOT NULL, 
	gewijzigd_op DATETIME NOT NULL, 
	gewijzigd_door_id INTEGER, 
	CONSTRAINT pk_code PRIMARY KEY (id), 
	CONSTRAINT ck_code_revision_vanaf_een CHECK (revision >= 1), 
	CONSTRAINT ck_code_niet_in_zichzelf CHECK (samengevoegd_in_id IS NULL OR samengevoegd_in_id <> id), 
	CONSTRAINT fk_code_gewijzigd_door_id_account FOREIGN KEY(gewijzigd_door_id) REFERENCES account (id), 
	CONSTRAINT fk_code_samengevoegd_in_id_code FOREIGN KEY(samengevoegd_in_id) REFERENCES code (id), 
	CONSTRAINT ck_code_soort CHECK (soort IN ('acties', 'successen', 'lessen', 'verwachtingen'))
);
INSERT INTO "code" VALUES(1,'acties','hulpmiddel','Verspreiden hulpmiddel','Het hulpmiddel bij de kansrijkheid van een Wlz-aanvraag bekendmaken en gebruiken.','["hulpmiddel", "kansrijk", "verspreid", "voorlicht", "communic", "informeren"]',1,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(2,'acties','casuistiek','Organiseren casuïstiekbespreking','Casussen of doelgroepen samen bespreken, vooral bij twijfel.','["casus", "casu\u00efst", "casuist", "doelgroepbespreking", "persona", "grensgeval", "besprek"]',2,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(3,'acties','langdurig_beschikken','Langdurig beschikken','Langer of zonder einddatum beschikken in de Wmo.','["beschikk", "langdurig", "einddatum", "herindicat"]',3,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(4,'acties','beleid','Aanpassen beleid','Beleid veranderen: voor wie is de Wlz wel en niet bedoeld.','["beleid", "jongeren", "tenzij", "visie", "verorden", "toegang"]',4,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(5,'acties','anders_leveren','Anders leveren van zorg','Zorg anders leveren: geclusterd, thuis of in een andere vorm.','["vpt", "mpt", "ambulant", "geclusterd", "wonen", "woonvorm", "hoogcomplex", "aanbod"]',5,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(6,'acties','wmo_wlz','Samenwerking Wmo en Wlz','Gemeenten, zorgkantoor en aanbieders werken samen over de grens van Wmo en Wlz.','["samenwerk", "domeinoverstijg", "wmo", "afstemm", "overleg", "expertise", "werkgroep"]',6,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(7,'successen','samenwerking','Samenwerking in de regio','Partijen in de regio weten elkaar te vinden en doen samen meer.','["samenwerk", "samen", "partij", "elkaar", "overleg"]',7,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(8,'successen','commitment','Commitment voor passende zorg','Partijen staan achter passende zorg en maken er werk van.','["commit", "passend", "draagvlak", "bestuur", "ondertek", "akkoord"]',8,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(9,'successen','bewustwording','Bevordering bewustwording','Het onderwerp leeft en mensen werken er bewuster aan.','["bewust", "aandacht", "kennis", "scholing", "training", "hulpmiddel"]',9,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(10,'successen','casuistiek','Overleg over casuïstiek','Casussen worden samen besproken, met alle invalshoeken.','["casus", "casu\u00efst", "casuist", "doelgroepbespreking", "bespreking"]',10,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(11,'successen','kansrijkheid','Verschillende inzichten kansrijkheid','Een betere afweging vooraf of een aanvraag voor de Wlz kans maakt.','["kansrijk", "aanvra", "afweging", "toegang", "twijfel"]',11,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(12,'successen','daling','Daling van de instroom','Er stromen minder mensen de Wlz in.','["instroom", "daling", "daalt", "minder", "afname"]',12,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(13,'lessen','samenwerking','Samenwerking vergt inspanning','Samenwerken gaat niet vanzelf en kost tijd.','["samenwerk", "samen", "trekker", "tijd", "wissel", "afspra"]',13,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(14,'lessen','data','Data-ondersteuning is essentieel','Zonder goede en actuele cijfers blijft het gesprek vaag.','["data", "cijfer", "monitor", "gegeven", "overzicht", "aantal"]',14,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(15,'lessen','iza','Stimuleer samenhang met IZA','Leg de verbinding met het Integraal Zorgakkoord.','["iza", "zorgakkoord", "integraal", "tafel"]',15,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(16,'lessen','ciz','Betrokkenheid van CIZ cruciaal','Het CIZ is nodig aan tafel.','["ciz"]',16,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(17,'lessen','invloedsfeer','Buiten invloedsfeer van de regio’s','Wat de regio niet zelf kan oplossen.','["invloed", "landelijk", "woning", "wet", "tarie", "wachttijd", "financ"]',17,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(18,'lessen','belang','Belang van onderwerp benadrukken','Blijf het belang van het onderwerp noemen.','["belang", "blijf", "herhal", "aandacht", "bestuur", "agenda"]',18,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(19,'verwachtingen','betrokkenheid','Verbeterde betrokkenheid en evaluatie','Landelijke partijen doen mee, denken mee en kijken terug.','["betrok", "evalu", "meedenk", "meedoe", "aanspreekpunt", "terugkoppel", "training", "vertegenwoord"]',19,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(20,'verwachtingen','inzicht','Inzicht en monitoring','Landelijke partijen geven tijdig cijfers en overzicht.','["cijfer", "inzicht", "monitor", "data", "overzicht", "dashboard"]',20,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(21,'verwachtingen','vertrouwen','Vertrouwen en financiële zekerheid','Zekerheid over geld en tarieven, en vertrouwen in de regio.','["financ", "geld", "tarie", "bekostig", "zekerheid", "vertrouw", "budget", "middelen"]',21,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(22,'verwachtingen','wet','Wettelijke aanpassingen','Regels en wetten aanpassen waar ze in de weg staan.','["wet", "regel", "criteria", "wijzig"]',22,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
INSERT INTO "code" VALUES(23,'verwachtingen','passend','Focus op passende zorg','Landelijk blijven werken aan passende zorg.','["passend", "wacht", "behandel", "wonen", "ambulant", "casus", "zorg"]',23,NULL,NULL,1,'2023-11-01 09:00:00.000000',NULL);
CREATE TABLE codering (
	id INTEGER NOT NULL, 
	actie_id INTEGER, 
	regel_id INTEGER, 
	bron VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	gewijzigd_op DATETIME NOT NULL, 
	gewijzigd_door_id INTEGER NOT NULL, 
	CONSTRAINT pk_codering PRIMARY KEY (id), 
	CONSTRAINT ck_codering_actie_of_regel CHECK ((actie_id IS NULL) <> (regel_id IS NULL)), 
	CONSTRAINT ck_codering_revision_vanaf_een CHECK (revision >= 1), 
	CONSTRAINT fk_codering_actie_id_actie FOREIGN KEY(actie_id) REFERENCES actie (id), 
	CONSTRAINT fk_codering_gewijzigd_door_id_account FOREIGN KEY(gewijzigd_door_id) REFERENCES account (id), 
	CONSTRAINT fk_codering_regel_id_blad_regel FOREIGN KEY(regel_id) REFERENCES blad_regel (id) ON DELETE CASCADE, 
	CONSTRAINT uq_codering_actie_id UNIQUE (actie_id), 
	CONSTRAINT uq_codering_regel_id UNIQUE (regel_id)
);
INSERT INTO "codering" VALUES(1,NULL,1,'f12ab62f4d09cd811ce3037816d241170de77d10c14ed2cb852917b6d817c474',1,'2024-04-04 09:00:00.000000',5);
INSERT INTO "codering" VALUES(2,NULL,2,'25ebeebfb6b5e128e66e609406807eb6c9e2945b4ad21e72596bd5bc4099dfa6',1,'2024-04-04 09:00:00.000000',5);
INSERT INTO "codering" VALUES(3,2,NULL,'24dfe7c8a1bc8c91d06cd3acdd6e14921fa1fd4c73d15d49b5feaa4323ec4ebc',2,'2024-04-04 09:00:00.000000',1);
CREATE TABLE codering_code (
	codering_id INTEGER NOT NULL, 
	code_id INTEGER NOT NULL, 
	CONSTRAINT pk_codering_code PRIMARY KEY (codering_id, code_id), 
	CONSTRAINT fk_codering_code_code_id_code FOREIGN KEY(code_id) REFERENCES code (id), 
	CONSTRAINT fk_codering_code_codering_id_codering FOREIGN KEY(codering_id) REFERENCES codering (id) ON DELETE CASCADE
);
INSERT INTO "codering_code" VALUES(1,7);
INSERT INTO "codering_code" VALUES(2,13);
CREATE TABLE codering_historie (
	id INTEGER NOT NULL, 
	codering_id INTEGER NOT NULL, 
	code_ids JSON, 
	bron VARCHAR(64) NOT NULL, 
	op DATETIME NOT NULL, 
	door_id INTEGER NOT NULL, 
	CONSTRAINT pk_codering_historie PRIMARY KEY (id), 
	CONSTRAINT fk_codering_historie_codering_id_codering FOREIGN KEY(codering_id) REFERENCES codering (id) ON DELETE CASCADE, 
	CONSTRAINT fk_codering_historie_door_id_account FOREIGN KEY(door_id) REFERENCES account (id)
);
INSERT INTO "codering_historie" VALUES(1,1,NULL,'','2024-04-04 09:00:00.000000',5);
INSERT INTO "codering_historie" VALUES(2,2,NULL,'','2024-04-04 09:00:00.000000',5);
INSERT INTO "codering_historie" VALUES(3,3,NULL,'','2024-04-04 09:00:00.000000',5);
INSERT INTO "codering_historie" VALUES(4,3,'[1, 2]','24dfe7c8a1bc8c91d06cd3acdd6e14921fa1fd4c73d15d49b5feaa4323ec4ebc','2024-04-04 09:00:00.000000',1);
CREATE TABLE doelstelling (
	tekst TEXT NOT NULL, 
	landelijk BOOLEAN NOT NULL, 
	indicator TEXT NOT NULL, 
	nulwaarde NUMERIC(16, 4), 
	peildatum DATE, 
	streefwaarde NUMERIC(16, 4), 
	eenheid TEXT NOT NULL, 
	einddatum DATE, 
	smart VARCHAR(5) NOT NULL, 
	id INTEGER NOT NULL, 
	positie INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	gewijzigd_op DATETIME NOT NULL, 
	verwijderd_op DATETIME, 
	plan_id INTEGER NOT NULL, 
	gewijzigd_door_id INTEGER, 
	CONSTRAINT pk_doelstelling PRIMARY KEY (id), 
	CONSTRAINT fk_doelstelling_gewijzigd_door_id_account FOREIGN KEY(gewijzigd_door_id) REFERENCES account (id), 
	CONSTRAINT fk_doelstelling_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "doelstelling" VALUES('De maandelijkse instroom in de Wlz-ggz-W vanuit Bergerwoud en Waalbos is op … gedaald van … naar … cliënten per maand. Dat is ons aandeel in de landelijke ambitie: een stabiele instroom van 100 cliënten per maand.',1,'',NULL,NULL,NULL,'',NULL,'',1,1,1,'2023-11-01 09:00:00.000000',NULL,1,NULL);
INSERT INTO "doelstelling" VALUES('De maandelijkse instroom in de Wlz-ggz-W vanuit Duinrand is op … gedaald van … naar … cliënten per maand. Dat is ons aandeel in de landelijke ambitie: een stabiele instroom van 100 cliënten per maand.',1,'',NULL,NULL,NULL,'',NULL,'',2,1,1,'2023-11-01 09:00:00.000000',NULL,2,NULL);
INSERT INTO "doelstelling" VALUES('De maandelijkse instroom in de Wlz-ggz-W vanuit Heidelo is op … gedaald van … naar … cliënten per maand. Dat is ons aandeel in de landelijke ambitie: een stabiele instroom van 100 cliënten per maand.',1,'',NULL,NULL,NULL,'',NULL,'',3,1,1,'2023-11-01 09:00:00.000000',NULL,3,NULL);
INSERT INTO "doelstelling" VALUES('Minder mensen wachten',0,'Wachtenden',12.5,'2023-10-01',8.25,'mensen','2025-12-31','SMT',4,2,2,'2023-11-02 10:00:00.000000',NULL,1,3);
CREATE TABLE event (
	id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	versie_id INTEGER, 
	soort VARCHAR(40) NOT NULL, 
	op DATETIME NOT NULL, 
	door_id INTEGER, 
	notitie TEXT NOT NULL, 
	gegevens JSON NOT NULL, 
	CONSTRAINT pk_event PRIMARY KEY (id), 
	CONSTRAINT fk_event_door_id_account FOREIGN KEY(door_id) REFERENCES account (id), 
	CONSTRAINT fk_event_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE, 
	CONSTRAINT fk_event_versie_id_plan_versie FOREIGN KEY(versie_id) REFERENCES plan_versie (id)
);
INSERT INTO "event" VALUES(1,1,1,'plan_gestart','2023-11-01 09:00:00.000000',NULL,'','{"regios": "Bergerwoud en Waalbos"}');
INSERT INTO "event" VALUES(2,2,2,'plan_gestart','2023-11-01 09:00:00.000000',NULL,'','{"regios": "Duinrand"}');
INSERT INTO "event" VALUES(3,3,3,'plan_gestart','2023-11-01 09:00:00.000000',NULL,'','{"regios": "Heidelo"}');
INSERT INTO "event" VALUES(4,1,1,'onderdeel_bewerkt','2023-11-01 09:00:00.000000',2,'','{"onderdeel": "Projectstructuur", "stap": "projectstructuur"}');
INSERT INTO "event" VALUES(5,1,1,'onderdeel_bewerkt','2023-11-01 09:00:00.000000',2,'','{"onderdeel": "Doelgroep", "stap": "doelgroep"}');
INSERT INTO "event" VALUES(6,1,1,'onderdeel_bewerkt','2023-11-01 09:00:00.000000',2,'','{"onderdeel": "Algemene gegevens", "stap": "algemeen"}');
INSERT INTO "event" VALUES(7,1,1,'onderdeel_bewerkt','2023-11-01 09:00:00.000000',2,'','{"onderdeel": "Doelstelling(en)", "stap": "doelstellingen"}');
INSERT INTO "event" VALUES(8,1,1,'onderdeel_bewerkt','2023-11-01 09:00:00.000000',2,'','{"onderdeel": "Planning", "stap": "planning"}');
INSERT INTO "event" VALUES(9,1,1,'onderdeel_bewerkt','2023-11-01 09:00:00.000000',2,'','{"onderdeel": "Acties", "stap": "acties"}');
INSERT INTO "event" VALUES(10,2,2,'onderdeel_bewerkt','2023-11-01 09:00:00.000000',4,'','{"onderdeel": "Acties", "stap": "acties"}');
INSERT INTO "event" VALUES(11,1,1,'bijlage_toegevoegd','2023-11-01 09:00:00.000000',2,'','{"naam": "Ons plan"}');
INSERT INTO "event" VALUES(12,1,1,'onderdeel_bewerkt','2023-11-02 10:00:00.000000',3,'','{"onderdeel": "Algemene gegevens", "stap": "algemeen"}');
INSERT INTO "event" VALUES(13,1,1,'onderdeel_bewerkt','2023-11-02 10:00:00.000000',3,'','{"onderdeel": "Doelstelling(en)", "stap": "doelstellingen"}');
INSERT INTO "event" VALUES(14,1,1,'onderdeel_bewerkt','2023-11-02 10:00:00.000000',3,'','{"onderdeel": "Acties", "stap": "acties"}');
INSERT INTO "event" VALUES(15,1,1,'onderdeel_bewerkt','2023-11-02 10:00:00.000000',3,'','{"onderdeel": "Planning", "stap": "planning"}');
INSERT INTO "event" VALUES(16,1,1,'meelezen_gevraagd','2023-11-02 10:00:00.000000',2,'','{"onderdelen": "Algemene gegevens, Acties"}');
INSERT INTO "event" VALUES(17,1,1,'stap_volgt_later','2023-12-01 09:00:00.000000',2,'Dit volgt in januari.','{"onderdeel": "Algemene gegevens", "stap": "algemeen"}');
INSERT INTO "event" VALUES(18,1,1,'stap_volgt_later','2023-12-01 09:00:00.000000',2,'Dit volgt in januari.','{"onderdeel": "Achtergrond en probleemstelling", "stap": "achtergrond"}');
INSERT INTO "event" VALUES(19,1,1,'stap_volgt_later','2023-12-01 09:00:00.000000',2,'Dit volgt in januari.','{"onderdeel": "Huidige situatie", "stap": "huidige_situatie"}');
INSERT INTO "event" VALUES(20,1,1,'stap_volgt_later','2023-12-01 09:00:00.000000',2,'Dit volgt in januari.','{"onderdeel": "Doelstelling(en)", "stap": "doelstellingen"}');
INSERT INTO "event" VALUES(21,1,1,'stap_volgt_later','2023-12-01 09:00:00.000000',2,'Dit volgt in januari.','{"onderdeel": "Doelgroep", "stap": "doelgroep"}');
INSERT INTO "event" VALUES(22,1,1,'stap_volgt_later','2023-12-01 09:00:00.000000',2,'Dit volgt in januari.','{"onderdeel": "Acties", "stap": "acties"}');
INSERT INTO "event" VALUES(23,1,1,'stap_volgt_later','2023-12-01 09:00:00.000000',2,'Dit volgt in januari.','{"onderdeel": "Randvoorwaarden en uitgangspunten", "stap": "randvoorwaarden"}');
INSERT INTO "event" VALUES(24,1,1,'stap_volgt_later','2023-12-01 09:00:00.000000',2,'Dit volgt in januari.','{"onderdeel": "Projectstructuur", "stap": "projectstructuur"}');
INSERT INTO "event" VALUES(25,1,1,'stap_volgt_later','2023-12-01 09:00:00.000000',2,'Dit volgt in januari.','{"onderdeel": "Monitoring en aandachtspunten", "stap": "monitoring"}');
INSERT INTO "event" VALUES(26,1,1,'stap_volgt_later','2023-12-01 09:00:00.000000',2,'Dit volgt in januari.','{"onderdeel": "Planning", "stap": "planning"}');
INSERT INTO "event" VALUES(27,1,1,'stap_volgt_later','2023-12-01 09:00:00.000000',2,'Dit volgt in januari.','{"onderdeel": "Ervaringen uit de regio", "stap": "ervaringen"}');
INSERT INTO "event" VALUES(28,1,1,'ingediend','2023-12-01 09:00:00.000000',2,'','{"namens": "de gemeente(n)", "akkoord": "D. Ander"}');
INSERT INTO "event" VALUES(29,1,1,'opgepakt','2023-12-01 09:00:00.000000',1,'','{}');
INSERT INTO "event" VALUES(30,1,1,'vastgesteld','2023-12-01 09:00:00.000000',1,'','{}');
INSERT INTO "event" VALUES(31,2,2,'stap_volgt_later','2023-12-01 09:00:00.000000',4,'Dit volgt in januari.','{"onderdeel": "Algemene gegevens", "stap": "algemeen"}');
INSERT INTO "event" VALUES(32,2,2,'stap_volgt_later','2023-12-01 09:00:00.000000',4,'Dit volgt in januari.','{"onderdeel": "Achtergrond en probleemstelling", "stap": "achtergrond"}');
INSERT INTO "event" VALUES(33,2,2,'stap_volgt_later','2023-12-01 09:00:00.000000',4,'Dit volgt in januari.','{"onderdeel": "Huidige situatie", "stap": "huidige_situatie"}');
INSERT INTO "event" VALUES(34,2,2,'stap_volgt_later','2023-12-01 09:00:00.000000',4,'Dit volgt in januari.','{"onderdeel": "Doelstelling(en)", "stap": "doelstellingen"}');
INSERT INTO "event" VALUES(35,2,2,'stap_volgt_later','2023-12-01 09:00:00.000000',4,'Dit volgt in januari.','{"onderdeel": "Doelgroep", "stap": "doelgroep"}');
INSERT INTO "event" VALUES(36,2,2,'stap_volgt_later','2023-12-01 09:00:00.000000',4,'Dit volgt in januari.','{"onderdeel": "Acties", "stap": "acties"}');
INSERT INTO "event" VALUES(37,2,2,'stap_volgt_later','2023-12-01 09:00:00.000000',4,'Dit volgt in januari.','{"onderdeel": "Randvoorwaarden en uitgangspunten", "stap": "randvoorwaarden"}');
INSERT INTO "event" VALUES(38,2,2,'stap_volgt_later','2023-12-01 09:00:00.000000',4,'Dit volgt in januari.','{"onderdeel": "Projectstructuur", "stap": "projectstructuur"}');
INSERT INTO "event" VALUES(39,2,2,'stap_volgt_later','2023-12-01 09:00:00.000000',4,'Dit volgt in januari.','{"onderdeel": "Monitoring en aandachtspunten", "stap": "monitoring"}');
INSERT INTO "event" VALUES(40,2,2,'stap_volgt_later','2023-12-01 09:00:00.000000',4,'Dit volgt in januari.','{"onderdeel": "Planning", "stap": "planning"}');
INSERT INTO "event" VALUES(41,2,2,'stap_volgt_later','2023-12-01 09:00:00.000000',4,'Dit volgt in januari.','{"onderdeel": "Ervaringen uit de regio", "stap": "ervaringen"}');
INSERT INTO "event" VALUES(42,2,2,'ingediend','2023-12-01 09:00:00.000000',4,'','{"namens": "de gemeente(n)", "akkoord": "D. Ander"}');
INSERT INTO "event" VALUES(43,2,2,'opgepakt','2023-12-01 09:00:00.000000',1,'','{}');
INSERT INTO "event" VALUES(44,2,2,'vastgesteld','2023-12-01 09:00:00.000000',1,'','{}');
CREATE TABLE gemeente (
	id INTEGER NOT NULL, 
	code VARCHAR(10) NOT NULL, 
	naam VARCHAR(200) NOT NULL, 
	regio_id INTEGER NOT NULL, 
	provincie VARCHAR(100) NOT NULL, 
	inwoners INTEGER NOT NULL, 
	CONSTRAINT pk_gemeente PRIMARY KEY (id), 
	CONSTRAINT ck_gemeente_inwoners_niet_negatief CHECK (inwoners >= 0), 
	CONSTRAINT fk_gemeente_regio_id_regio FOREIGN KEY(regio_id) REFERENCES regio (id), 
	CONSTRAINT uq_gemeente_code UNIQUE (code), 
	CONSTRAINT uq_gemeente_naam UNIQUE (naam)
);
CREATE TABLE indiening (
	id INTEGER NOT NULL, 
	versie_id INTEGER NOT NULL, 
	nummer INTEGER NOT NULL, 
	ingediend_op DATETIME NOT NULL, 
	ingediend_door_id INTEGER NOT NULL, 
	namens VARCHAR(40) NOT NULL, 
	akkoord_van TEXT NOT NULL, 
	ingetrokken_op DATETIME, 
	snapshot JSON, 
	checksum VARCHAR(64) NOT NULL, 
	feiten JSON NOT NULL, 
	CONSTRAINT pk_indiening PRIMARY KEY (id), 
	CONSTRAINT fk_indiening_ingediend_door_id_account FOREIGN KEY(ingediend_door_id) REFERENCES account (id), 
	CONSTRAINT fk_indiening_versie_id_plan_versie FOREIGN KEY(versie_id) REFERENCES plan_versie (id) ON DELETE CASCADE, 
	CONSTRAINT uq_indiening_versie_id UNIQUE (versie_id, nummer), 
	CONSTRAINT ck_indiening_namens CHECK (namens IN ('gemeente', 'zorgkantoor'))
);
INSERT INTO "indiening" VALUES(1,1,1,'2023-12-01 09:00:00.000000',2,'gemeente','D. Ander',NULL,'{"edition": "plan_2023", "naam": "Bergerwoud en Waalbos", "regios": [{"id": 2, "code": "P2", "naam": "Bergerwoud"}, {"id": 1, "code": "P1", "naam": "Waalbos"}], "answers": {"doelgroep_soorten": "anders jongeren", "gemeenten": "Bergerwoud\nWaalbos", "projectstructuur_vorm": "bestaand", "regio_naam": "Bergerwoud en Waalbos"}, "partijen": [{"id": 1, "naam": "Zorggroep Proef", "soort": "zorgaanbieder"}, {"id": 2, "naam": "Zorggroep Proef en Zonen", "soort": "gemeente"}], "doelstellingen": [{"id": 1, "tekst": "De maandelijkse instroom in de Wlz-ggz-W vanuit Bergerwoud en Waalbos is op \u2026 gedaald van \u2026 naar \u2026 cli\u00ebnten per maand. Dat is ons aandeel in de landelijke ambitie: een stabiele instroom van 100 cli\u00ebnten per maand.", "indicator": "", "nulwaarde": null, "peildatum": null, "streefwaarde": null, "eenheid": "", "einddatum": null, "smart": "", "landelijk": true}, {"id": 4, "tekst": "Minder mensen wachten", "indicator": "Wachtenden", "nulwaarde": "12.5000", "peildatum": "2023-10-01", "streefwaarde": "8.2500", "eenheid": "mensen", "einddatum": "2025-12-31", "smart": "SMT", "landelijk": false}], "acties": [{"id": 1, "vorm": "kop", "paragraaf": "5a", "omschrijving": "Samenwerken", "verantwoordelijke": "", "tijdslijn": "", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": [], "is_mijlpaal": false}, {"id": 2, "vorm": "actie", "paragraaf": "5a.1", "omschrijving": "Actie 1", "verantwoordelijke": "Gemeenten", "tijdslijn": "Eind Q1 2024", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": [], "is_mijlpaal": false}, {"id": 3, "vorm": "actie", "paragraaf": "5a.2", "omschrijving": "Actie 2", "verantwoordelijke": "Gemeenten", "tijdslijn": "Eind Q1 2024", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": [], "is_mijlpaal": false}, {"id": 4, "vorm": "actie", "paragraaf": "5a.3", "omschrijving": "Actie 3", "verantwoordelijke": "Gemeenten en zorg", "tijdslijn": "Eind Q1 2024", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": [], "is_mijlpaal": false}], "mijlpalen": [{"id": 1, "activiteit": "Overleg", "mijlpaal": "Eerste overleg gehouden", "tijdslijn": "Medio 2024", "venster_van": null, "venster_tot": null, "venster_bron": "geen"}], "volgt_later": {"achtergrond": "Dit volgt in januari.", "acties": "Dit volgt in januari.", "algemeen": "Dit volgt in januari.", "doelgroep": "Dit volgt in januari.", "doelstellingen": "Dit volgt in januari.", "ervaringen": "Dit volgt in januari.", "huidige_situatie": "Dit volgt in januari.", "monitoring": "Dit volgt in januari.", "planning": "Dit volgt in januari.", "projectstructuur": "Dit volgt in januari.", "randvoorwaarden": "Dit volgt in januari."}, "bijlagen": [{"id": 1, "naam": "Ons plan", "bestandsnaam": "plan.pdf", "sha256": "1b2ed3a31a3ff9e54be3ecbc2edce7c876d5e1fa70b8d66ec31d64c205cc8a43"}]}','50182caac4d68e71dea3e33292f0a6b549d0e7d04af825a431fb78a170d7df3f','{"projectstructuur": "bestaand", "doelgroepen": ["anders", "jongeren"], "partijsoorten": ["gemeente", "zorgaanbieder"], "acties": 3, "doelstellingen": 2, "mijlpalen": 1, "volgt_later": ["achtergrond", "acties", "algemeen", "doelgroep", "doelstellingen", "ervaringen", "huidige_situatie", "monitoring", "planning", "projectstructuur", "randvoorwaarden"]}');
INSERT INTO "indiening" VALUES(2,2,1,'2023-12-01 09:00:00.000000',4,'gemeente','D. Ander',NULL,'{"edition": "plan_2023", "naam": "Duinrand", "regios": [{"id": 3, "code": "P3", "naam": "Duinrand"}], "answers": {"gemeenten": "Duinrand", "regio_naam": "Duinrand"}, "partijen": [], "doelstellingen": [{"id": 2, "tekst": "De maandelijkse instroom in de Wlz-ggz-W vanuit Duinrand is op \u2026 gedaald van \u2026 naar \u2026 cli\u00ebnten per maand. Dat is ons aandeel in de landelijke ambitie: een stabiele instroom van 100 cli\u00ebnten per maand.", "indicator": "", "nulwaarde": null, "peildatum": null, "streefwaarde": null, "eenheid": "", "einddatum": null, "smart": "", "landelijk": true}], "acties": [{"id": 5, "vorm": "actie", "paragraaf": "", "omschrijving": "Een huisbezoek per maand", "verantwoordelijke": "", "tijdslijn": "Doorlopend", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": ["daling"], "is_mijlpaal": true}], "mijlpalen": [], "volgt_later": {"achtergrond": "Dit volgt in januari.", "acties": "Dit volgt in januari.", "algemeen": "Dit volgt in januari.", "doelgroep": "Dit volgt in januari.", "doelstellingen": "Dit volgt in januari.", "ervaringen": "Dit volgt in januari.", "huidige_situatie": "Dit volgt in januari.", "monitoring": "Dit volgt in januari.", "planning": "Dit volgt in januari.", "projectstructuur": "Dit volgt in januari.", "randvoorwaarden": "Dit volgt in januari."}, "bijlagen": []}','4d2937c9ecf45870dbcce5abec3bebcc83e429e6d27128ba5c1d53fb4fae6061','{"projectstructuur": "", "doelgroepen": [], "partijsoorten": [], "acties": 1, "doelstellingen": 1, "mijlpalen": 1, "volgt_later": ["achtergrond", "acties", "algemeen", "doelgroep", "doelstellingen", "ervaringen", "huidige_situatie", "monitoring", "planning", "projectstructuur", "randvoorwaarden"]}');
CREATE TABLE indiening_bijlage (
	indiening_id INTEGER NOT NULL, 
	bijlage_id INTEGER NOT NULL, 
	CONSTRAINT pk_indiening_bijlage PRIMARY KEY (indiening_id, bijlage_id), 
	CONSTRAINT fk_indiening_bijlage_bijlage_id_bijlage FOREIGN KEY(bijlage_id) REFERENCES bijlage (id), 
	CONSTRAINT fk_indiening_bijlage_indiening_id_indiening FOREIGN KEY(indiening_id) REFERENCES indiening (id) ON DELETE CASCADE
);
INSERT INTO "indiening_bijlage" VALUES(1,1);
CREATE TABLE lidmaatschap (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	rol VARCHAR(40) NOT NULL, 
	regio_id INTEGER, 
	namens VARCHAR(40), 
	aangemaakt_op DATETIME NOT NULL, 
	CONSTRAINT pk_lidmaatschap PRIMARY KEY (id), 
	CONSTRAINT ck_lidmaatschap_namens_bij_regiocontact CHECK ((rol = 'regiocontact') = (namens IS NOT NULL)), 
	CONSTRAINT ck_lidmaatschap_regio_bij_regionale_rol CHECK ((rol IN ('regiocontact', 'regiolezer')) = (regio_id IS NOT NULL)), 
	CONSTRAINT fk_lidmaatschap_account_id_account FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT fk_lidmaatschap_regio_id_regio FOREIGN KEY(regio_id) REFERENCES regio (id), 
	CONSTRAINT ck_lidmaatschap_rol CHECK (rol IN ('regiocontact', 'regiolezer', 'beoordelaar', 'coordinator', 'lezer', 'beheerder')), 
	CONSTRAINT ck_lidmaatschap_namens CHECK (namens IN ('gemeente', 'zorgkantoor'))
);
INSERT INTO "lidmaatschap" VALUES(1,1,'coordinator',NULL,NULL,'2023-11-01 09:00:00.000000');
INSERT INTO "lidmaatschap" VALUES(2,2,'regiocontact',1,'gemeente','2023-11-01 09:00:00.000000');
INSERT INTO "lidmaatschap" VALUES(3,3,'regiocontact',1,'zorgkantoor','2023-11-01 09:00:00.000000');
INSERT INTO "lidmaatschap" VALUES(4,4,'regiocontact',3,'gemeente','2023-11-01 09:00:00.000000');
INSERT INTO "lidmaatschap" VALUES(5,5,'beoordelaar',NULL,NULL,'2023-11-01 09:00:00.000000');
INSERT INTO "lidmaatschap" VALUES(6,6,'regiocontact',4,'gemeente','2023-12-01 09:00:00.000000');
CREATE TABLE mail (
	id INTEGER NOT NULL, 
	sleutel VARCHAR(200) NOT NULL, 
	soort VARCHAR(40) NOT NULL, 
	aan VARCHAR(255) NOT NULL, 
	aan_account_id INTEGER, 
	onderwerp TEXT NOT NULL, 
	tekst TEXT NOT NULL, 
	niet_voor DATETIME, 
	geclaimd_op DATETIME, 
	verzonden_op DATETIME, 
	mislukt_op DATETIME, 
	pogingen INTEGER NOT NULL, 
	laatste_fout TEXT NOT NULL, 
	aangemaakt_op DATETIME NOT NULL, 
	CONSTRAINT pk_mail PRIMARY KEY (id), 
	CONSTRAINT ck_mail_pogingen_niet_negatief CHECK (pogingen >= 0), 
	CONSTRAINT ck_mail_verzonden_of_mislukt CHECK (verzonden_op IS NULL OR mislukt_op IS NULL), 
	CONSTRAINT fk_mail_aan_account_id_account FOREIGN KEY(aan_account_id) REFERENCES account (id) ON DELETE SET NULL, 
	CONSTRAINT uq_mail_sleutel UNIQUE (sleutel)
);
INSERT INTO "mail" VALUES(1,'verwachting:2:2:1','verwachting','persoon7@voorbeeld.example',2,'Antwoord op wat uw regio verwacht: Kwartaaluitvraag Q1 2024','Beste Anna Voorbeeld,

In Kwartaaluitvraag Q1 2024 schreef Bergerwoud en Waalbos wat de regio verwacht van landelijke partijen.
De kerngroep heeft daarop geantwoord. U leest het antwoord bij uw antwoordblad. U hoeft niets te doen.

Bekijk het antwoord: http://localhost:8000/antwoordbladen/2/verwachtingen
','2024-04-04 09:15:00.000000',NULL,NULL,NULL,0,'','2024-04-04 09:00:00.000000');
INSERT INTO "mail" VALUES(2,'verwachting:2:3:1','verwachting','persoon9@voorbeeld.example',3,'Antwoord op wat uw regio verwacht: Kwartaaluitvraag Q1 2024','Beste Bas Voorbeeld,

In Kwartaaluitvraag Q1 2024 schreef Bergerwoud en Waalbos wat de regio verwacht van landelijke partijen.
De kerngroep heeft daarop geantwoord. U leest het antwoord bij uw antwoordblad. U hoeft niets te doen.

Bekijk het antwoord: http://localhost:8000/antwoordbladen/2/verwachtingen
','2024-04-04 09:15:00.000000',NULL,NULL,NULL,0,'','2024-04-04 09:00:00.000000');
INSERT INTO "mail" VALUES(3,'rapport_voorgelegd:1:1:5','rapport_voorgelegd','persoon13@voorbeeld.example',5,'Uw akkoord gevraagd: voortgangsrapportage Kwartaaluitvraag Q1 2024','Beste Dirk Voorbeeld,

De landelijke voortgangsrapportage van Kwartaaluitvraag Q1 2024 (versie 1) ligt voor aan de kerngroep.

Wilt u het rapport lezen? Geef daarna namens uw organisatie akkoord, of schrijf op wat anders moet.

Lees het rapport: http://localhost:8000/rapporten/1
',NULL,NULL,NULL,NULL,0,'','2024-05-02 09:00:00.000000');
INSERT INTO "mail" VALUES(4,'rapport_akkoord:1:1:compleet:1','rapport_akkoord','persoon5@voorbeeld.example',1,'Alle partijen hebben gereageerd: voortgangsrapportage Kwartaaluitvraag Q1 2024','Beste Kim Voorbeeld,

Alle partijen van de kerngroep hebben nu gereageerd op de landelijke voortgangsrapportage van Kwartaaluitvraag Q1 2024 (versie 1).

Bekijk de reacties: http://localhost:8000/rapporten/1
',NULL,NULL,NULL,NULL,0,'','2024-05-02 09:00:00.000000');
INSERT INTO "mail" VALUES(5,'rapport_vastgesteld:1:5','rapport_vastgesteld','persoon13@voorbeeld.example',5,'Vastgesteld: voortgangsrapportage Kwartaaluitvraag Q1 2024','Beste Dirk Voorbeeld,

De landelijke voortgangsrapportage van Kwartaaluitvraag Q1 2024 (versie 1) is vastgesteld.
Het rapport verandert niet meer. U hoeft niets te doen.

Lees het rapport: http://localhost:8000/rapporten/1
',NULL,NULL,NULL,NULL,0,'','2024-05-02 09:00:00.000000');
INSERT INTO "mail" VALUES(6,'rapport_gepubliceerd:1:2','rapport_gepubliceerd','persoon7@voorbeeld.example',2,'Gepubliceerd: voortgangsrapportage Kwartaaluitvraag Q1 2024','Beste Anna Voorbeeld,

De landelijke voortgangsrapportage van Kwartaaluitvraag Q1 2024 staat in het portaal.
U hoeft niets te doen.

Lees het rapport: http://localhost:8000/rapporten/1
',NULL,NULL,NULL,NULL,0,'','2024-05-02 09:00:00.000000');
INSERT INTO "mail" VALUES(7,'rapport_gepubliceerd:1:3','rapport_gepubliceerd','persoon9@voorbeeld.example',3,'Gepubliceerd: voortgangsrapportage Kwartaaluitvraag Q1 2024','Beste Bas Voorbeeld,

De landelijke voortgangsrapportage van Kwartaaluitvraag Q1 2024 staat in het portaal.
U hoeft niets te doen.

Lees het rapport: http://localhost:8000/rapporten/1
',NULL,NULL,NULL,NULL,0,'','2024-05-02 09:00:00.000000');
INSERT INTO "mail" VALUES(8,'rapport_gepubliceerd:1:4','rapport_gepubliceerd','persoon11@voorbeeld.example',4,'Gepubliceerd: voortgangsrapportage Kwartaaluitvraag Q1 2024','Beste Cato Voorbeeld,

De landelijke voortgangsrapportage van Kwartaaluitvraag Q1 2024 staat in het portaal.
U hoeft niets te doen.

Lees het rapport: http://localhost:8000/rapporten/1
',NULL,NULL,NULL,NULL,0,'','2024-05-02 09:00:00.000000');
INSERT INTO "mail" VALUES(9,'rapport_gepubliceerd:1:5','rapport_gepubliceerd','persoon13@voorbeeld.example',5,'Gepubliceerd: voortgangsrapportage Kwartaaluitvraag Q1 2024','Beste Dirk Voorbeeld,

De landelijke voortgangsrapportage van Kwartaaluitvraag Q1 2024 staat in het portaal.
U hoeft niets te doen.

Lees het rapport: http://localhost:8000/rapporten/1
',NULL,NULL,NULL,NULL,0,'','2024-05-02 09:00:00.000000');
INSERT INTO "mail" VALUES(10,'rapport_gepubliceerd:1:6','rapport_gepubliceerd','persoon14@voorbeeld.example',6,'Gepubliceerd: voortgangsrapportage Kwartaaluitvraag Q1 2024','Beste Eva Voorbeeld,

De landelijke voortgangsrapportage van Kwartaaluitvraag Q1 2024 staat in het portaal.
U hoeft niets te doen.

Lees het rapport: http://localhost:8000/rapporten/1
',NULL,NULL,NULL,NULL,0,'','2024-05-02 09:00:00.000000');
INSERT INTO "mail" VALUES(11,'terugkoppeling:2:2','terugkoppeling','persoon7@voorbeeld.example',2,'Terugkoppeling Kwartaaluitvraag Q1 2024','Beste Anna Voorbeeld,

De terugkoppeling van Kwartaaluitvraag Q1 2024 staat klaar: wat u ons vertelde, wat anderen zeiden en wat er nu gebeurt.
U hoeft niets te doen.

Lees de terugkoppeling: http://localhost:8000/antwoordbladen/2/terugkoppeling
',NULL,NULL,NULL,NULL,0,'','2024-05-02 09:00:00.000000');
INSERT INTO "mail" VALUES(12,'terugkoppeling:2:3','terugkoppeling','persoon9@voorbeeld.example',3,'Terugkoppeling Kwartaaluitvraag Q1 2024','Beste Bas Voorbeeld,

De terugkoppeling van Kwartaaluitvraag Q1 2024 staat klaar: wat u ons vertelde, wat anderen zeiden en wat er nu gebeurt.
U hoeft niets te doen.

Lees de terugkoppeling: http://localhost:8000/antwoordbladen/2/terugkoppeling
',NULL,NULL,NULL,NULL,0,'','2024-05-02 09:00:00.000000');
INSERT INTO "mail" VALUES(13,'terugkoppeling:2:4','terugkoppeling','persoon11@voorbeeld.example',4,'Terugkoppeling Kwartaaluitvraag Q1 2024','Beste Cato Voorbeeld,

De terugkoppeling van Kwartaaluitvraag Q1 2024 staat klaar: wat u ons vertelde, wat anderen zeiden en wat er nu gebeurt.
U hoeft niets te doen.

Lees de terugkoppeling: http://localhost:8000/antwoordbladen/3/terugkoppeling
',NULL,NULL,NULL,NULL,0,'','2024-05-02 09:00:00.000000');
INSERT INTO "mail" VALUES(14,'terugkoppeling:2:6','terugkoppeling','persoon14@voorbeeld.example',6,'Terugkoppeling Kwartaaluitvraag Q1 2024','Beste Eva Voorbeeld,

De terugkoppeling van Kwartaaluitvraag Q1 2024 staat klaar: wat u ons vertelde, wat anderen zeiden en wat er nu gebeurt.
U hoeft niets te doen.

Lees de terugkoppeling: http://localhost:8000/antwoordbladen/4/terugkoppeling
',NULL,NULL,NULL,NULL,0,'','2024-05-02 09:00:00.000000');
CREATE TABLE meelezing (
	id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	versie_id INTEGER NOT NULL, 
	onderdelen JSON NOT NULL, 
	notitie TEXT NOT NULL, 
	snapshot JSON NOT NULL, 
	gevraagd_op DATETIME NOT NULL, 
	gevraagd_door_id INTEGER NOT NULL, 
	gestopt_op DATETIME, 
	gestopt_door_id INTEGER, 
	CONSTRAINT pk_meelezing PRIMARY KEY (id), 
	CONSTRAINT fk_meelezing_gestopt_door_id_account FOREIGN KEY(gestopt_door_id) REFERENCES account (id), 
	CONSTRAINT fk_meelezing_gevraagd_door_id_account FOREIGN KEY(gevraagd_door_id) REFERENCES account (id), 
	CONSTRAINT fk_meelezing_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE, 
	CONSTRAINT fk_meelezing_versie_id_plan_versie FOREIGN KEY(versie_id) REFERENCES plan_versie (id)
);
INSERT INTO "meelezing" VALUES(1,1,1,'["algemeen", "acties"]','Is dit helder?','{"edition": "plan_2023", "naam": "Bergerwoud en Waalbos", "regios": [{"id": 2, "code": "P2", "naam": "Bergerwoud"}, {"id": 1, "code": "P1", "naam": "Waalbos"}], "answers": {"gemeenten": "Bergerwoud\nWaalbos", "regio_naam": "Bergerwoud en Waalbos"}, "acties": [{"id": 1, "vorm": "kop", "paragraaf": "5a", "omschrijving": "Samenwerken", "verantwoordelijke": "", "tijdslijn": "", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": [], "is_mijlpaal": false}, {"id": 2, "vorm": "actie", "paragraaf": "5a.1", "omschrijving": "Actie 1", "verantwoordelijke": "Gemeenten", "tijdslijn": "Eind Q1 2024", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": [], "is_mijlpaal": false}, {"id": 3, "vorm": "actie", "paragraaf": "5a.2", "omschrijving": "Actie 2", "verantwoordelijke": "Gemeenten", "tijdslijn": "Eind Q1 2024", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": [], "is_mijlpaal": false}, {"id": 4, "vorm": "actie", "paragraaf": "5a.3", "omschrijving": "Actie 3", "verantwoordelijke": "Gemeenten en zorg", "tijdslijn": "Eind Q1 2024", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": [], "is_mijlpaal": false}], "partijen": [{"id": 1, "naam": "Zorggroep Proef", "soort": "zorgaanbieder"}, {"id": 2, "naam": "Zorggroep Proef en Zonen", "soort": "gemeente"}], "mijlpalen": [], "doelstellingen": [], "volgt_later": {}, "bijlagen": []}','2023-11-02 10:00:00.000000',2,'2023-12-01 09:00:00.000000',2);
CREATE TABLE mijlpaal (
	activiteit TEXT NOT NULL, 
	mijlpaal TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	positie INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	gewijzigd_op DATETIME NOT NULL, 
	verwijderd_op DATETIME, 
	plan_id INTEGER NOT NULL, 
	gewijzigd_door_id INTEGER, 
	tijdslijn TEXT NOT NULL, 
	venster_van DATE, 
	venster_tot DATE, 
	venster_bron VARCHAR(40) NOT NULL, 
	CONSTRAINT pk_mijlpaal PRIMARY KEY (id), 
	CONSTRAINT ck_mijlpaal_venster_op_volgorde CHECK (venster_van IS NULL OR venster_tot IS NULL OR venster_van <= venster_tot), 
	CONSTRAINT fk_mijlpaal_gewijzigd_door_id_account FOREIGN KEY(gewijzigd_door_id) REFERENCES account (id), 
	CONSTRAINT fk_mijlpaal_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE, 
	CONSTRAINT ck_mijlpaal_venster_bron CHECK (venster_bron IN ('geen', 'gelezen', 'aangepast'))
);
INSERT INTO "mijlpaal" VALUES('Overleg','Eerste overleg gehouden',1,1,2,'2023-11-02 10:00:00.000000',NULL,1,3,'Medio 2024',NULL,NULL,'geen');
CREATE TABLE opmerking (
	id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	versie_id INTEGER NOT NULL, 
	step_key VARCHAR(60) NOT NULL, 
	actie_id INTEGER, 
	zicht VARCHAR(40) NOT NULL, 
	tekst TEXT NOT NULL, 
	op DATETIME NOT NULL, 
	door_id INTEGER NOT NULL, 
	opgelost_op DATETIME, 
	CONSTRAINT pk_opmerking PRIMARY KEY (id), 
	CONSTRAINT fk_opmerking_actie_id_actie FOREIGN KEY(actie_id) REFERENCES actie (id), 
	CONSTRAINT fk_opmerking_door_id_account FOREIGN KEY(door_id) REFERENCES account (id), 
	CONSTRAINT fk_opmerking_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE, 
	CONSTRAINT fk_opmerking_versie_id_plan_versie FOREIGN KEY(versie_id) REFERENCES plan_versie (id), 
	CONSTRAINT ck_opmerking_zicht CHECK (zicht IN ('regio', 'intern', 'eigen'))
);
CREATE TABLE organisatie (
	id INTEGER NOT NULL, 
	naam VARCHAR(200) NOT NULL, 
	soort VARCHAR(40) NOT NULL, 
	CONSTRAINT pk_organisatie PRIMARY KEY (id), 
	CONSTRAINT uq_organisatie_naam UNIQUE (naam), 
	CONSTRAINT ck_organisatie_soort CHECK (soort IN ('gemeente', 'zorgkantoor', 'zorgaanbieder', 'clientvertegenwoordiging', 'kernpartij', 'kpmg', 'ciz', 'overig'))
);
INSERT INTO "organisatie" VALUES(1,'Organisatie 6','gemeente');
INSERT INTO "organisatie" VALUES(2,'Organisatie 8','gemeente');
INSERT INTO "organisatie" VALUES(3,'Organisatie 10','gemeente');
INSERT INTO "organisatie" VALUES(4,'Organisatie 12','gemeente');
INSERT INTO "organisatie" VALUES(5,'Partij Proef','kernpartij');
INSERT INTO "organisatie" VALUES(6,'Organisatie 15','gemeente');
CREATE TABLE partij (
	naam TEXT NOT NULL, 
	soort VARCHAR(40) NOT NULL, 
	id INTEGER NOT NULL, 
	positie INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	gewijzigd_op DATETIME NOT NULL, 
	verwijderd_op DATETIME, 
	plan_id INTEGER NOT NULL, 
	gewijzigd_door_id INTEGER, 
	CONSTRAINT pk_partij PRIMARY KEY (id), 
	CONSTRAINT fk_partij_gewijzigd_door_id_account FOREIGN KEY(gewijzigd_door_id) REFERENCES account (id), 
	CONSTRAINT fk_partij_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "partij" VALUES('Zorggroep Proef','zorgaanbieder',1,1,1,'2023-11-01 09:00:00.000000',NULL,1,2);
INSERT INTO "partij" VALUES('Zorggroep Proef en Zonen','gemeente',2,2,2,'2023-11-02 10:00:00.000000',NULL,1,3);
CREATE TABLE "plan" (
	id INTEGER NOT NULL, 
	edition VARCHAR(40) NOT NULL, 
	deadline DATE NOT NULL, 
	opgegaan_in_id INTEGER, 
	vroegere_naam TEXT NOT NULL, 
	aangemaakt_op DATETIME NOT NULL, 
	CONSTRAINT pk_plan PRIMARY KEY (id), 
	CONSTRAINT fk_plan_opgegaan_in_id_plan FOREIGN KEY(opgegaan_in_id) REFERENCES "plan" (id)
);
INSERT INTO "plan" VALUES(1,'plan_2023','2023-12-01',NULL,'','2023-11-01 09:00:00.000000');
INSERT INTO "plan" VALUES(2,'plan_2023','2023-12-01',NULL,'','2023-11-01 09:00:00.000000');
INSERT INTO "plan" VALUES(3,'plan_2023','2023-12-01',NULL,'','2023-11-01 09:00:00.000000');
CREATE TABLE plan_regio (
	plan_id INTEGER NOT NULL, 
	regio_id INTEGER NOT NULL, 
	CONSTRAINT pk_plan_regio PRIMARY KEY (plan_id, regio_id), 
	CONSTRAINT fk_plan_regio_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE, 
	CONSTRAINT fk_plan_regio_regio_id_regio FOREIGN KEY(regio_id) REFERENCES regio (id), 
	CONSTRAINT uq_plan_regio_regio_id UNIQUE (regio_id)
);
INSERT INTO "plan_regio" VALUES(1,1);
INSERT INTO "plan_regio" VALUES(1,2);
INSERT INTO "plan_regio" VALUES(2,3);
INSERT INTO "plan_regio" VALUES(3,4);
CREATE TABLE "plan_versie" (
	id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	nummer INTEGER NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	status_sinds DATETIME NOT NULL, 
	indiening_nummer INTEGER NOT NULL, 
	geldige_indiening INTEGER NOT NULL, 
	aangemaakt_op DATETIME NOT NULL, 
	beoordelaar_id INTEGER, 
	meelezen_open BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_plan_versie PRIMARY KEY (id), 
	CONSTRAINT ck_plan_versie_status CHECK (status IN ('concept', 'ingediend', 'in_behandeling', 'teruggestuurd', 'vastgesteld')), 
	CONSTRAINT ck_plan_versie_nummer_vanaf_een CHECK (nummer >= 1), 
	CONSTRAINT ck_plan_versie_alleen_concept_zonder_indiening CHECK (status = 'concept' OR geldige_indiening >= 1), 
	CONSTRAINT ck_plan_versie_geldige_indiening_bestaat CHECK (geldige_indiening BETWEEN 0 AND indiening_nummer), 
	CONSTRAINT fk_plan_versie_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE, 
	CONSTRAINT uq_plan_versie_plan_id UNIQUE (plan_id, nummer), 
	CONSTRAINT fk_plan_versie_beoordelaar_id_account FOREIGN KEY(beoordelaar_id) REFERENCES account (id)
);
INSERT INTO "plan_versie" VALUES(1,1,1,'vastgesteld','2023-12-01 09:00:00.000000',1,1,'2023-11-01 09:00:00.000000',1,0);
INSERT INTO "plan_versie" VALUES(2,2,1,'vastgesteld','2023-12-01 09:00:00.000000',1,1,'2023-11-01 09:00:00.000000',1,0);
INSERT INTO "plan_versie" VALUES(3,3,1,'concept','2023-11-01 09:00:00.000000',0,0,'2023-11-01 09:00:00.000000',NULL,0);
CREATE TABLE rapport (
	id INTEGER NOT NULL, 
	uitvraag_id INTEGER NOT NULL, 
	nummer INTEGER NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	status_sinds DATETIME NOT NULL, 
	voorlegging INTEGER NOT NULL, 
	gemaakt_op DATETIME NOT NULL, 
	revision INTEGER NOT NULL, 
	aangemaakt_op DATETIME NOT NULL, 
	CONSTRAINT pk_rapport PRIMARY KEY (id), 
	CONSTRAINT ck_rapport_alleen_concept_zonder_voorlegging CHECK (status = 'concept' OR voorlegging >= 1), 
	CONSTRAINT ck_rapport_nummer_vanaf_een CHECK (nummer >= 1), 
	CONSTRAINT ck_rapport_revision_vanaf_een CHECK (revision >= 1), 
	CONSTRAINT fk_rapport_uitvraag_id_uitvraag FOREIGN KEY(uitvraag_id) REFERENCES uitvraag (id), 
	CONSTRAINT uq_rapport_uitvraag_id UNIQUE (uitvraag_id, nummer), 
	CONSTRAINT ck_rapport_status CHECK (status IN ('concept', 'ter_vaststelling', 'vastgesteld', 'gepubliceerd'))
);
INSERT INTO "rapport" VALUES(1,2,1,'gepubliceerd','2024-05-02 09:00:00.000000',1,'2024-05-02 09:00:00.000000',1,'2024-05-02 09:00:00.000000');
CREATE TABLE rapport_akkoord (
	id INTEGER NOT NULL, 
	rapport_id INTEGER NOT NULL, 
	voorlegging INTEGER NOT NULL, 
	organisatie_id INTEGER NOT NULL, 
	oordeel VARCHAR(40) NOT NULL, 
	tekst TEXT NOT NULL, 
	op DATETIME NOT NULL, 
	door_id INTEGER NOT NULL, 
	CONSTRAINT pk_rapport_akkoord PRIMARY KEY (id), 
	CONSTRAINT fk_rapport_akkoord_door_id_account FOREIGN KEY(door_id) REFERENCES account (id), 
	CONSTRAINT fk_rapport_akkoord_organisatie_id_organisatie FOREIGN KEY(organisatie_id) REFERENCES organisatie (id), 
	CONSTRAINT fk_rapport_akkoord_rapport_id_rapport FOREIGN KEY(rapport_id) REFERENCES rapport (id) ON DELETE CASCADE, 
	CONSTRAINT ck_rapport_akkoord_oordeel CHECK (oordeel IN ('akkoord', 'opmerking'))
);
INSERT INTO "rapport_akkoord" VALUES(1,1,1,5,'akkoord','','2024-05-02 09:00:00.000000',5);
CREATE TABLE rapport_bestand (
	rapport_id INTEGER NOT NULL, 
	soort VARCHAR(4) NOT NULL, 
	bestandsnaam VARCHAR(200) NOT NULL, 
	grootte INTEGER NOT NULL, 
	checksum VARCHAR(64) NOT NULL, 
	gemaakt_op DATETIME NOT NULL, 
	inhoud BLOB NOT NULL, 
	CONSTRAINT pk_rapport_bestand PRIMARY KEY (rapport_id, soort), 
	CONSTRAINT fk_rapport_bestand_rapport_id_rapport FOREIGN KEY(rapport_id) REFERENCES rapport (id) ON DELETE CASCADE
);
INSERT INTO "rapport_bestand" VALUES(1,'docx','Voortgangsrapportage Kwartaaluitvraag Q1 2024 versie 1.docx',50063,'7f253258538a5bd37655d975c435ed2f0d07cd1f6b7c99a5c42be337f8b2784b','2024-05-02 09:00:00.000000',@rapport.docx);
INSERT INTO "rapport_bestand" VALUES(1,'xlsx','Voortgangsrapportage Kwartaaluitvraag Q1 2024 versie 1.xlsx',56112,'5432ae452436d3699d1bd9b6b22835e199b0222341479af3f8fc09f8ee968386','2024-05-02 09:00:00.000000',@rapport.xlsx);
CREATE TABLE rapport_event (
	id INTEGER NOT NULL, 
	rapport_id INTEGER NOT NULL, 
	soort VARCHAR(40) NOT NULL, 
	op DATETIME NOT NULL, 
	door_id INTEGER, 
	notitie TEXT NOT NULL, 
	gegevens JSON NOT NULL, 
	CONSTRAINT pk_rapport_event PRIMARY KEY (id), 
	CONSTRAINT fk_rapport_event_door_id_account FOREIGN KEY(door_id) REFERENCES account (id), 
	CONSTRAINT fk_rapport_event_rapport_id_rapport FOREIGN KEY(rapport_id) REFERENCES rapport (id) ON DELETE CASCADE
);
INSERT INTO "rapport_event" VALUES(1,1,'gemaakt','2024-05-02 09:00:00.000000',1,'','{"versie": "1"}');
INSERT INTO "rapport_event" VALUES(2,1,'tekst_bewerkt','2024-05-02 09:00:00.000000',1,'','{"hoofdstuk": "Managementsamenvatting"}');
INSERT INTO "rapport_event" VALUES(3,1,'tekst_bewerkt','2024-05-02 09:00:00.000000',1,'','{"hoofdstuk": "Proces en respons"}');
INSERT INTO "rapport_event" VALUES(4,1,'voorgelegd','2024-05-02 09:00:00.000000',1,'','{}');
INSERT INTO "rapport_event" VALUES(5,1,'akkoord_gegeven','2024-05-02 09:00:00.000000',5,'','{"partij": "Partij Proef"}');
INSERT INTO "rapport_event" VALUES(6,1,'vastgesteld','2024-05-02 09:00:00.000000',1,'','{"akkoord": ["Partij Proef"], "zonder_akkoord": [], "reden": "", "gemaakt_door": "Organisatie 6", "vastgesteld_op": "2024-05-02"}');
INSERT INTO "rapport_event" VALUES(7,1,'gepubliceerd','2024-05-02 09:00:00.000000',1,'','{}');
CREATE TABLE rapport_gegevens (
	rapport_id INTEGER NOT NULL, 
	checksum VARCHAR(64) NOT NULL, 
	inhoud TEXT NOT NULL, 
	boom TEXT, 
	CONSTRAINT pk_rapport_gegevens PRIMARY KEY (rapport_id), 
	CONSTRAINT fk_rapport_gegevens_rapport_id_rapport FOREIGN KEY(rapport_id) REFERENCES rapport (id) ON DELETE CASCADE
);
INSERT INTO "rapport_gegevens" VALUES(1,'08c03cd4a446909d16a042b38d9da73618a105280e696ab814d47b862278fcf7',@formats/rapport_gegevens.v1.jsonl,@formats/rapport_boom.v1.jsonl);
CREATE TABLE rapport_historie (
	id INTEGER NOT NULL, 
	rapport_id INTEGER NOT NULL, 
	sleutel VARCHAR(80) NOT NULL, 
	tekst TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	op DATETIME NOT NULL, 
	door_id INTEGER NOT NULL, 
	CONSTRAINT pk_rapport_historie PRIMARY KEY (id), 
	CONSTRAINT fk_rapport_historie_door_id_account FOREIGN KEY(door_id) REFERENCES account (id), 
	CONSTRAINT fk_rapport_historie_rapport_id_rapport FOREIGN KEY(rapport_id) REFERENCES rapport (id) ON DELETE CASCADE
);
CREATE TABLE rapport_tekst (
	rapport_id INTEGER NOT NULL, 
	sleutel VARCHAR(80) NOT NULL, 
	tekst TEXT NOT NULL, 
	gezien JSON NOT NULL, 
	revision INTEGER NOT NULL, 
	gewijzigd_op DATETIME NOT NULL, 
	gewijzigd_door_id INTEGER NOT NULL, 
	CONSTRAINT pk_rapport_tekst PRIMARY KEY (rapport_id, sleutel), 
	CONSTRAINT ck_rapport_tekst_revision_vanaf_een CHECK (revision >= 1), 
	CONSTRAINT fk_rapport_tekst_gewijzigd_door_id_account FOREIGN KEY(gewijzigd_door_id) REFERENCES account (id), 
	CONSTRAINT fk_rapport_tekst_rapport_id_rapport FOREIGN KEY(rapport_id) REFERENCES rapport (id) ON DELETE CASCADE
);
INSERT INTO "rapport_tekst" VALUES(1,'samenvatting_respons','{geantwoord} van de {regios} zorgkantoorregio’s hebben de uitvraag “{ronde}” beantwoord. In de vorige ronde waren dat {geantwoord_vorige} regio’s. Dat is mooi.','{"geantwoord": "3", "regios": "4", "ronde": "Kwartaaluitvraag Q1 2024", "geantwoord_vorige": "2"}',1,'2024-05-02 09:00:00.000000',1);
INSERT INTO "rapport_tekst" VALUES(1,'eigen:proces','Wij danken *iedereen*.

- Vooral de regio’s','{}',1,'2024-05-02 09:00:00.000000',1);
CREATE TABLE reactie (
	id INTEGER NOT NULL, 
	opmerking_id INTEGER NOT NULL, 
	soort VARCHAR(40) NOT NULL, 
	tekst TEXT NOT NULL, 
	op DATETIME NOT NULL, 
	door_id INTEGER NOT NULL, 
	CONSTRAINT pk_reactie PRIMARY KEY (id), 
	CONSTRAINT fk_reactie_door_id_account FOREIGN KEY(door_id) REFERENCES account (id), 
	CONSTRAINT fk_reactie_opmerking_id_opmerking FOREIGN KEY(opmerking_id) REFERENCES opmerking (id) ON DELETE CASCADE, 
	CONSTRAINT ck_reactie_soort CHECK (soort IN ('reactie', 'opgelost', 'heropend'))
);
CREATE TABLE regio (
	id INTEGER NOT NULL, 
	code VARCHAR(10) NOT NULL, 
	naam VARCHAR(200) NOT NULL, 
	zorgkantoor VARCHAR(200) NOT NULL, 
	centrumgemeenten TEXT NOT NULL, 
	centrumgemeenten_elders TEXT NOT NULL, 
	inwoners INTEGER NOT NULL, 
	tegel_kolom INTEGER NOT NULL, 
	tegel_rij INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	CONSTRAINT pk_regio PRIMARY KEY (id), 
	CONSTRAINT ck_regio_inwoners_niet_negatief CHECK (inwoners >= 0), 
	CONSTRAINT uq_regio_code UNIQUE (code), 
	CONSTRAINT uq_regio_naam UNIQUE (naam)
);
INSERT INTO "regio" VALUES(1,'P1','Waalbos','Zorgkantoor Proef','','',0,0,0,1);
INSERT INTO "regio" VALUES(2,'P2','Bergerwoud','Zorgkantoor Proef','','',0,0,0,1);
INSERT INTO "regio" VALUES(3,'P3','Duinrand','Zorgkantoor Proef','','',0,0,0,1);
INSERT INTO "regio" VALUES(4,'P4','Heidelo','Zorgkantoor Proef','','',0,0,0,1);
CREATE TABLE regio_alias (
	id INTEGER NOT NULL, 
	regio_id INTEGER NOT NULL, 
	naam VARCHAR(200) NOT NULL, 
	CONSTRAINT pk_regio_alias PRIMARY KEY (id), 
	CONSTRAINT fk_regio_alias_regio_id_regio FOREIGN KEY(regio_id) REFERENCES regio (id) ON DELETE CASCADE, 
	CONSTRAINT uq_regio_alias_naam UNIQUE (naam)
);
CREATE TABLE row_history (
	id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	tabel VARCHAR(40) NOT NULL, 
	row_id INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	velden JSON NOT NULL, 
	gewijzigd_op DATETIME NOT NULL, 
	gewijzigd_door_id INTEGER, 
	CONSTRAINT pk_row_history PRIMARY KEY (id), 
	CONSTRAINT fk_row_history_gewijzigd_door_id_account FOREIGN KEY(gewijzigd_door_id) REFERENCES account (id), 
	CONSTRAINT fk_row_history_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "row_history" VALUES(1,1,'partijen',2,1,'{"naam": "Gemeente Proef", "soort": "gemeente"}','2023-11-01 09:00:00.000000',2);
INSERT INTO "row_history" VALUES(2,1,'doelstellingen',4,1,'{"tekst": "Minder mensen wachten", "indicator": "Wachtenden", "nulwaarde": "12.5000", "peildatum": "2023-10-01", "streefwaarde": "8.2500", "eenheid": "personen", "einddatum": "2025-12-31", "smart": "SMT"}','2023-11-01 09:00:00.000000',2);
INSERT INTO "row_history" VALUES(3,1,'acties',4,1,'{"vorm": "actie", "paragraaf": "5a.3", "omschrijving": "Actie 3", "verantwoordelijke": "Gemeenten", "tijdslijn": "Eind Q1 2024", "venster_van": null, "venster_tot": null, "venster_bron": "geen", "themas": [], "is_mijlpaal": false}','2023-11-01 09:00:00.000000',2);
INSERT INTO "row_history" VALUES(4,1,'mijlpalen',1,1,'{"activiteit": "Overleg", "mijlpaal": "Eerste overleg gehouden", "tijdslijn": "Q2 2024", "venster_van": null, "venster_tot": null, "venster_bron": "geen"}','2023-11-01 09:00:00.000000',2);
CREATE TABLE samenvatting (
	plan_id INTEGER NOT NULL, 
	kolom VARCHAR(40) NOT NULL, 
	tekst TEXT NOT NULL, 
	bron VARCHAR(64) NOT NULL, 
	revision INTEGER NOT NULL, 
	gewijzigd_op DATETIME NOT NULL, 
	gewijzigd_door_id INTEGER NOT NULL, 
	CONSTRAINT pk_samenvatting PRIMARY KEY (plan_id, kolom), 
	CONSTRAINT ck_samenvatting_revision_vanaf_een CHECK (revision >= 1), 
	CONSTRAINT fk_samenvatting_gewijzigd_door_id_account FOREIGN KEY(gewijzigd_door_id) REFERENCES account (id), 
	CONSTRAINT fk_samenvatting_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
CREATE TABLE stap_verklaring (
	plan_id INTEGER NOT NULL, 
	step_key VARCHAR(60) NOT NULL, 
	reden TEXT NOT NULL, 
	door_id INTEGER NOT NULL, 
	op DATETIME NOT NULL, 
	CONSTRAINT pk_stap_verklaring PRIMARY KEY (plan_id, step_key), 
	CONSTRAINT fk_stap_verklaring_door_id_account FOREIGN KEY(door_id) REFERENCES account (id), 
	CONSTRAINT fk_stap_verklaring_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "stap_verklaring" VALUES(1,'algemeen','Dit volgt in januari.',2,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(1,'achtergrond','Dit volgt in januari.',2,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(1,'huidige_situatie','Dit volgt in januari.',2,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(1,'doelstellingen','Dit volgt in januari.',2,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(1,'doelgroep','Dit volgt in januari.',2,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(1,'acties','Dit volgt in januari.',2,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(1,'randvoorwaarden','Dit volgt in januari.',2,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(1,'projectstructuur','Dit volgt in januari.',2,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(1,'monitoring','Dit volgt in januari.',2,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(1,'planning','Dit volgt in januari.',2,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(1,'ervaringen','Dit volgt in januari.',2,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(2,'algemeen','Dit volgt in januari.',4,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(2,'achtergrond','Dit volgt in januari.',4,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(2,'huidige_situatie','Dit volgt in januari.',4,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(2,'doelstellingen','Dit volgt in januari.',4,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(2,'doelgroep','Dit volgt in januari.',4,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(2,'acties','Dit volgt in januari.',4,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(2,'randvoorwaarden','Dit volgt in januari.',4,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(2,'projectstructuur','Dit volgt in januari.',4,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(2,'monitoring','Dit volgt in januari.',4,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(2,'planning','Dit volgt in januari.',4,'2023-12-01 09:00:00.000000');
INSERT INTO "stap_verklaring" VALUES(2,'ervaringen','Dit volgt in januari.',4,'2023-12-01 09:00:00.000000');
CREATE TABLE terugkoppeling (
	blad_id INTEGER NOT NULL, 
	verstuurd_op DATETIME NOT NULL, 
	verstuurd_door_id INTEGER NOT NULL, 
	snapshot JSON NOT NULL, 
	checksum VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_terugkoppeling PRIMARY KEY (blad_id), 
	CONSTRAINT fk_terugkoppeling_blad_id_antwoordblad FOREIGN KEY(blad_id) REFERENCES antwoordblad (id) ON DELETE CASCADE, 
	CONSTRAINT fk_terugkoppeling_verstuurd_door_id_account FOREIGN KEY(verstuurd_door_id) REFERENCES account (id)
);
INSERT INTO "terugkoppeling" VALUES(2,'2024-05-02 09:00:00.000000',1,'{"uitvraag": "Kwartaaluitvraag Q1 2024", "naam": "Bergerwoud en Waalbos", "peilmoment": "2024-05-02T09:00:00+00:00", "landelijk": {"regios": 4, "beantwoord": 3, "niet_gevraagd": 0, "vragen": [{"vraag": "Vindt er in de regio afstemming plaats over de voortgang van de uitvoering van het plan van aanpak?", "tellingen": [{"label": "Ja, in een vast overleg", "aantal": 2}, {"label": "Ja, ad hoc", "aantal": 1}, {"label": "Nee", "aantal": 0}], "niet_beantwoord": 1, "niet_gevraagd": 0}, {"vraag": "Verwachten jullie de beoogde doelstelling te behalen?", "tellingen": [{"label": "Ja", "aantal": 1}, {"label": "Deels", "aantal": 1}, {"label": "Nee", "aantal": 1}, {"label": "Weet niet", "aantal": 0}], "niet_beantwoord": 1, "niet_gevraagd": 0}, {"vraag": "Is er dagbesteding?", "tellingen": [{"label": "Ja", "aantal": 2}, {"label": "Nee", "aantal": 0}, {"label": "Soms", "aantal": 0}], "niet_beantwoord": 2, "niet_gevraagd": 0}], "acties": [{"label": "Ligt op schema", "aantal": 2}, {"label": "Vraagt aandacht", "aantal": 1}, {"label": "Afgerond", "aantal": 1}]}, "eigen": {"ingediend_op": "2024-04-04T09:00:00+00:00", "acties": [{"label": "Ligt op schema", "aantal": 1}, {"label": "Vraagt aandacht", "aantal": 1}, {"label": "Afgerond", "aantal": 1}], "antwoorden": [{"vraag": "Vindt er in de regio afstemming plaats over de voortgang van de uitvoering van het plan van aanpak?", "antwoord": "Ja, in een vast overleg", "regio": ""}, {"vraag": "Verwachten jullie de beoogde doelstelling te behalen?", "antwoord": "Deels", "regio": ""}, {"vraag": "Verwachten jullie de beoogde doelstelling te behalen?", "antwoord": "Nee", "regio": "Bergerwoud"}, {"vraag": "Is er dagbesteding?", "antwoord": "Ja", "regio": ""}, {"vraag": "Wat wilt u nog kwijt?", "antwoord": "Wij missen nog een wijkteam.", "regio": ""}], "successen": [{"tekst": "Drie wijkteams werken samen", "aan": "", "regio": "", "antwoord": "", "antwoord_van": "", "antwoord_datum": null}], "lessen": [{"tekst": "Begin klein", "aan": "", "regio": "", "antwoord": "", "antwoord_van": "", "antwoord_datum": null}], "verwachtingen": [{"tekst": "Duidelijke tarieven", "aan": "NZa", "regio": "", "antwoord": "De tarieven komen in juni.", "antwoord_van": "Dirk Voorbeeld, Partij Proef", "antwoord_datum": "2024-06-01"}, {"tekst": "Doe weer mee", "aan": "Betrokkenen in de regio", "regio": "Bergerwoud", "antwoord": "", "antwoord_van": "", "antwoord_datum": null}]}, "gevraagd": true, "anderen_zeiden": "Andere regio\u2019s zeiden *hetzelfde*.", "vervolg": "Wij bespreken dit in juni.", "verstuurd_op": "2024-05-02T09:00:00+00:00", "is_joint": true}','7604a28952323ceb1c55fb46581ef486c7784f67ab989f61b6c7cf7c8dfcf8a4');
INSERT INTO "terugkoppeling" VALUES(3,'2024-05-02 09:00:00.000000',1,'{"uitvraag": "Kwartaaluitvraag Q1 2024", "naam": "Duinrand", "peilmoment": "2024-05-02T09:00:00+00:00", "landelijk": {"regios": 4, "beantwoord": 3, "niet_gevraagd": 0, "vragen": [{"vraag": "Vindt er in de regio afstemming plaats over de voortgang van de uitvoering van het plan van aanpak?", "tellingen": [{"label": "Ja, in een vast overleg", "aantal": 2}, {"label": "Ja, ad hoc", "aantal": 1}, {"label": "Nee", "aantal": 0}], "niet_beantwoord": 1, "niet_gevraagd": 0}, {"vraag": "Verwachten jullie de beoogde doelstelling te behalen?", "tellingen": [{"label": "Ja", "aantal": 1}, {"label": "Deels", "aantal": 1}, {"label": "Nee", "aantal": 1}, {"label": "Weet niet", "aantal": 0}], "niet_beantwoord": 1, "niet_gevraagd": 0}, {"vraag": "Is er dagbesteding?", "tellingen": [{"label": "Ja", "aantal": 2}, {"label": "Nee", "aantal": 0}, {"label": "Soms", "aantal": 0}], "niet_beantwoord": 2, "niet_gevraagd": 0}], "acties": [{"label": "Ligt op schema", "aantal": 2}, {"label": "Vraagt aandacht", "aantal": 1}, {"label": "Afgerond", "aantal": 1}]}, "eigen": {"ingediend_op": "2024-04-04T09:00:00+00:00", "acties": [{"label": "Ligt op schema", "aantal": 1}], "antwoorden": [{"vraag": "Vindt er in de regio afstemming plaats over de voortgang van de uitvoering van het plan van aanpak?", "antwoord": "Ja, ad hoc", "regio": ""}, {"vraag": "Verwachten jullie de beoogde doelstelling te behalen?", "antwoord": "Ja", "regio": ""}], "successen": [], "lessen": [], "verwachtingen": []}, "gevraagd": true, "anderen_zeiden": "Andere regio\u2019s zeiden *hetzelfde*.", "vervolg": "Wij bespreken dit in juni.", "verstuurd_op": "2024-05-02T09:00:00+00:00", "is_joint": false}','5b1856e7fd0f9b4717ca93dbf1e37ba8c4c033544cb5f8b22f999fb0302254a8');
INSERT INTO "terugkoppeling" VALUES(4,'2024-05-02 09:00:00.000000',1,'{"uitvraag": "Kwartaaluitvraag Q1 2024", "naam": "Heidelo", "peilmoment": "2024-05-02T09:00:00+00:00", "landelijk": {"regios": 4, "beantwoord": 3, "niet_gevraagd": 0, "vragen": [{"vraag": "Vindt er in de regio afstemming plaats over de voortgang van de uitvoering van het plan van aanpak?", "tellingen": [{"label": "Ja, in een vast overleg", "aantal": 2}, {"label": "Ja, ad hoc", "aantal": 1}, {"label": "Nee", "aantal": 0}], "niet_beantwoord": 1, "niet_gevraagd": 0}, {"vraag": "Verwachten jullie de beoogde doelstelling te behalen?", "tellingen": [{"label": "Ja", "aantal": 1}, {"label": "Deels", "aantal": 1}, {"label": "Nee", "aantal": 1}, {"label": "Weet niet", "aantal": 0}], "niet_beantwoord": 1, "niet_gevraagd": 0}, {"vraag": "Is er dagbesteding?", "tellingen": [{"label": "Ja", "aantal": 2}, {"label": "Nee", "aantal": 0}, {"label": "Soms", "aantal": 0}], "niet_beantwoord": 2, "niet_gevraagd": 0}], "acties": [{"label": "Ligt op schema", "aantal": 2}, {"label": "Vraagt aandacht", "aantal": 1}, {"label": "Afgerond", "aantal": 1}]}, "eigen": null, "gevraagd": true, "anderen_zeiden": "Andere regio\u2019s zeiden *hetzelfde*.", "vervolg": "Wij bespreken dit in juni.", "verstuurd_op": "2024-05-02T09:00:00+00:00", "is_joint": false}','e6661538b72bd16fcd2a88074b4c3b2dafa93b0ceeee5bc556986426bc9d7012');
CREATE TABLE terugsturing (
	id INTEGER NOT NULL, 
	versie_id INTEGER NOT NULL, 
	indiening_id INTEGER NOT NULL, 
	beantwoord_met_id INTEGER, 
	reden TEXT NOT NULL, 
	op DATETIME NOT NULL, 
	door_id INTEGER NOT NULL, 
	CONSTRAINT pk_terugsturing PRIMARY KEY (id), 
	CONSTRAINT fk_terugsturing_beantwoord_met_id_indiening FOREIGN KEY(beantwoord_met_id) REFERENCES indiening (id), 
	CONSTRAINT fk_terugsturing_door_id_account FOREIGN KEY(door_id) REFERENCES account (id), 
	CONSTRAINT fk_terugsturing_indiening_id_indiening FOREIGN KEY(indiening_id) REFERENCES indiening (id), 
	CONSTRAINT fk_terugsturing_versie_id_plan_versie FOREIGN KEY(versie_id) REFERENCES plan_versie (id) ON DELETE CASCADE
);
CREATE TABLE terugsturing_onderdeel (
	terugsturing_id INTEGER NOT NULL, 
	step_key VARCHAR(60) NOT NULL, 
	gevraagd TEXT NOT NULL, 
	aangepast TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	gewijzigd_op DATETIME, 
	gewijzigd_door_id INTEGER, 
	CONSTRAINT pk_terugsturing_onderdeel PRIMARY KEY (terugsturing_id, step_key), 
	CONSTRAINT ck_terugsturing_onderdeel_revision_niet_negatief CHECK (revision >= 0), 
	CONSTRAINT fk_terugsturing_onderdeel_gewijzigd_door_id_account FOREIGN KEY(gewijzigd_door_id) REFERENCES account (id), 
	CONSTRAINT fk_terugsturing_onderdeel_terugsturing_id_terugsturing FOREIGN KEY(terugsturing_id) REFERENCES terugsturing (id) ON DELETE CASCADE
);
CREATE TABLE uitvraag (
	id INTEGER NOT NULL, 
	naam VARCHAR(200) NOT NULL, 
	edition VARCHAR(40) NOT NULL, 
	periode_van DATE NOT NULL, 
	periode_tot DATE NOT NULL, 
	opent_op DATE NOT NULL, 
	deadline DATE NOT NULL, 
	toelichting TEXT NOT NULL, 
	extra_vragen JSON NOT NULL, 
	herinner_dagen JSON NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	status_sinds DATETIME NOT NULL, 
	anderen_zeiden TEXT NOT NULL, 
	vervolg TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	aangemaakt_op DATETIME NOT NULL, 
	CONSTRAINT pk_uitvraag PRIMARY KEY (id), 
	CONSTRAINT ck_uitvraag_opent_voor_de_deadline CHECK (opent_op <= deadline), 
	CONSTRAINT ck_uitvraag_periode_op_volgorde CHECK (periode_van <= periode_tot), 
	CONSTRAINT ck_uitvraag_revision_vanaf_een CHECK (revision >= 1), 
	CONSTRAINT uq_uitvraag_naam UNIQUE (naam), 
	CONSTRAINT ck_uitvraag_status CHECK (status IN ('gepland', 'open', 'gesloten', 'afgerond'))
);
INSERT INTO "uitvraag" VALUES(1,'Kwartaaluitvraag Q4 2023','progress_2024','2023-10-03','2024-01-01','2024-01-01','2024-01-31','','[]','[7, 1, -1, -7]','gesloten','2024-01-10 09:00:00.000000','','',1,'2024-01-10 09:00:00.000000');
INSERT INTO "uitvraag" VALUES(2,'Kwartaaluitvraag Q1 2024','progress_2024','2024-01-02','2024-04-01','2024-04-01','2024-04-30','','[{"key": "eigen_e0774adb", "label": "Is er dagbesteding?", "kind": "choice", "required": false, "guidance": "Kies wat het meest klopt.", "choices": [{"key": "keuze_1", "label": "Ja"}, {"key": "keuze_2", "label": "Nee"}, {"key": "keuze_3", "label": "Soms"}]}, {"key": "eigen_f00f3608", "label": "Wat wilt u nog kwijt?", "kind": "long_text", "required": false, "guidance": "", "choices": []}]','[7, 1, -1, -7]','afgerond','2024-05-02 09:00:00.000000','Andere regio’s zeiden *hetzelfde*.','Wij bespreken dit in juni.',1,'2024-04-03 09:00:00.000000');
CREATE TABLE uitvraag_event (
	id INTEGER NOT NULL, 
	uitvraag_id INTEGER NOT NULL, 
	blad_id INTEGER, 
	soort VARCHAR(40) NOT NULL, 
	op DATETIME NOT NULL, 
	door_id INTEGER, 
	notitie TEXT NOT NULL, 
	gegevens JSON NOT NULL, 
	CONSTRAINT pk_uitvraag_event PRIMARY KEY (id), 
	CONSTRAINT fk_uitvraag_event_blad_id_antwoordblad FOREIGN KEY(blad_id) REFERENCES antwoordblad (id) ON DELETE CASCADE, 
	CONSTRAINT fk_uitvraag_event_door_id_account FOREIGN KEY(door_id) REFERENCES account (id), 
	CONSTRAINT fk_uitvraag_event_uitvraag_id_uitvraag FOREIGN KEY(uitvraag_id) REFERENCES uitvraag (id) ON DELETE CASCADE
);
INSERT INTO "uitvraag_event" VALUES(1,1,1,'blad_bewerkt','2024-01-10 09:00:00.000000',2,'','{"onderdeel": "Afstemming", "stap": "afstemming"}');
INSERT INTO "uitvraag_event" VALUES(2,1,1,'blad_bewerkt','2024-01-10 09:00:00.000000',2,'','{"onderdeel": "Doelstelling", "stap": "doelstelling"}');
INSERT INTO "uitvraag_event" VALUES(3,1,1,'blad_bewerkt','2024-01-10 09:00:00.000000',2,'','{"onderdeel": "Voortgang van de acties", "stap": "voortgang"}');
INSERT INTO "uitvraag_event" VALUES(4,1,1,'blad_ingediend','2024-01-10 09:00:00.000000',2,'','{"regios": "Bergerwoud en Waalbos"}');
INSERT INTO "uitvraag_event" VALUES(5,2,NULL,'gewijzigd','2024-04-03 09:00:00.000000',1,'Vraag toegevoegd: Is er dagbesteding?','{}');
INSERT INTO "uitvraag_event" VALUES(6,2,NULL,'gewijzigd','2024-04-03 09:00:00.000000',1,'Vraag toegevoegd: Wat wilt u nog kwijt?','{}');
INSERT INTO "uitvraag_event" VALUES(7,2,2,'blad_bewerkt','2024-04-03 09:00:00.000000',2,'','{"onderdeel": "Afstemming", "stap": "afstemming"}');
INSERT INTO "uitvraag_event" VALUES(8,2,2,'blad_bewerkt','2024-04-03 09:00:00.000000',2,'','{"onderdeel": "Doelstelling", "stap": "doelstelling"}');
INSERT INTO "uitvraag_event" VALUES(9,2,2,'blad_bewerkt','2024-04-03 09:00:00.000000',2,'','{"onderdeel": "Is er dagbesteding?", "stap": "eigen_e0774adb"}');
INSERT INTO "uitvraag_event" VALUES(10,2,2,'blad_bewerkt','2024-04-03 09:00:00.000000',2,'','{"onderdeel": "Wat wilt u nog kwijt?", "stap": "eigen_f00f3608"}');
INSERT INTO "uitvraag_event" VALUES(11,2,2,'blad_bewerkt','2024-04-03 09:00:00.000000',2,'','{"onderdeel": "Voortgang van de acties", "stap": "voortgang"}');
INSERT INTO "uitvraag_event" VALUES(12,2,2,'blad_bewerkt','2024-04-03 09:00:00.000000',2,'','{"onderdeel": "Successen en lessen", "stap": "successen_lessen"}');
INSERT INTO "uitvraag_event" VALUES(13,2,2,'blad_bewerkt','2024-04-03 09:00:00.000000',2,'','{"onderdeel": "Verwachtingen", "stap": "verwachtingen"}');
INSERT INTO "uitvraag_event" VALUES(14,2,2,'blad_bewerkt','2024-04-04 09:00:00.000000',3,'','{"onderdeel": "Afstemming", "stap": "afstemming"}');
INSERT INTO "uitvraag_event" VALUES(15,2,2,'blad_bewerkt','2024-04-04 09:00:00.000000',3,'','{"onderdeel": "Voortgang van de acties", "stap": "voortgang"}');
INSERT INTO "uitvraag_event" VALUES(16,2,2,'blad_bewerkt','2024-04-04 09:00:00.000000',3,'','{"onderdeel": "Successen en lessen", "stap": "successen_lessen"}');
INSERT INTO "uitvraag_event" VALUES(17,2,2,'blad_ingediend','2024-04-04 09:00:00.000000',2,'','{"regios": "Bergerwoud en Waalbos"}');
INSERT INTO "uitvraag_event" VALUES(18,2,3,'blad_bewerkt','2024-04-04 09:00:00.000000',4,'','{"onderdeel": "Afstemming", "stap": "afstemming"}');
INSERT INTO "uitvraag_event" VALUES(19,2,3,'blad_bewerkt','2024-04-04 09:00:00.000000',4,'','{"onderdeel": "Doelstelling", "stap": "doelstelling"}');
INSERT INTO "uitvraag_event" VALUES(20,2,3,'blad_bewerkt','2024-04-04 09:00:00.000000',4,'','{"onderdeel": "Voortgang van de acties", "stap": "voortgang"}');
INSERT INTO "uitvraag_event" VALUES(21,2,3,'blad_ingediend','2024-04-04 09:00:00.000000',4,'','{"regios": "Duinrand"}');
INSERT INTO "uitvraag_event" VALUES(22,2,NULL,'afgerond','2024-05-02 09:00:00.000000',1,'','{}');
CREATE TABLE verwachting_antwoord (
	id INTEGER NOT NULL, 
	regel_id INTEGER NOT NULL, 
	tekst TEXT NOT NULL, 
	datum DATE, 
	op DATETIME NOT NULL, 
	door_id INTEGER NOT NULL, 
	CONSTRAINT pk_verwachting_antwoord PRIMARY KEY (id), 
	CONSTRAINT fk_verwachting_antwoord_door_id_account FOREIGN KEY(door_id) REFERENCES account (id), 
	CONSTRAINT fk_verwachting_antwoord_regel_id_blad_regel FOREIGN KEY(regel_id) REFERENCES blad_regel (id) ON DELETE CASCADE
);
INSERT INTO "verwachting_antwoord" VALUES(1,3,'De tarieven komen in juni.','2024-06-01','2024-04-04 09:00:00.000000',5);
CREATE TABLE voortgang (
	blad_id INTEGER NOT NULL, 
	actie_id INTEGER NOT NULL, 
	status VARCHAR(20) NOT NULL, 
	toelichting TEXT NOT NULL, 
	gelijk_aan_id INTEGER, 
	revision INTEGER NOT NULL, 
	gewijzigd_op DATETIME NOT NULL, 
	gewijzigd_door_id INTEGER, 
	CONSTRAINT pk_voortgang PRIMARY KEY (blad_id, actie_id), 
	CONSTRAINT ck_voortgang_revision_vanaf_een CHECK (revision >= 1), 
	CONSTRAINT fk_voortgang_actie_id_actie FOREIGN KEY(actie_id) REFERENCES actie (id), 
	CONSTRAINT fk_voortgang_blad_id_antwoordblad FOREIGN KEY(blad_id) REFERENCES antwoordblad (id) ON DELETE CASCADE, 
	CONSTRAINT fk_voortgang_gelijk_aan_id_blad_indiening FOREIGN KEY(gelijk_aan_id) REFERENCES blad_indiening (id), 
	CONSTRAINT fk_voortgang_gewijzigd_door_id_account FOREIGN KEY(gewijzigd_door_id) REFERENCES account (id)
);
INSERT INTO "voortgang" VALUES(1,2,'op_schema','Stap 1 loopt.',NULL,1,'2024-01-10 09:00:00.000000',2);
INSERT INTO "voortgang" VALUES(1,3,'op_schema','Stap 2 loopt.',NULL,1,'2024-01-10 09:00:00.000000',2);
INSERT INTO "voortgang" VALUES(1,4,'op_schema','Stap 3 loopt.',NULL,1,'2024-01-10 09:00:00.000000',2);
INSERT INTO "voortgang" VALUES(2,2,'op_schema','Stap 1 loopt goed.',NULL,2,'2024-04-04 09:00:00.000000',3);
INSERT INTO "voortgang" VALUES(2,3,'aandacht','De tarieven zijn nog niet rond.',NULL,1,'2024-04-03 09:00:00.000000',2);
INSERT INTO "voortgang" VALUES(2,4,'afgerond','',NULL,1,'2024-04-03 09:00:00.000000',2);
INSERT INTO "voortgang" VALUES(3,5,'op_schema','Loopt.',NULL,1,'2024-04-04 09:00:00.000000',4);
CREATE INDEX ix_account_organisatie_id ON account (organisatie_id);
CREATE INDEX ix_gemeente_regio_id ON gemeente (regio_id);
CREATE INDEX ix_regio_alias_regio_id ON regio_alias (regio_id);
CREATE INDEX ix_account_event_account_id ON account_event (account_id);
CREATE INDEX ix_answer_history_plan_question ON answer_history (plan_id, question_key);
CREATE INDEX ix_bijlage_plan_id ON bijlage (plan_id);
CREATE INDEX ix_doelstelling_plan_id ON doelstelling (plan_id);
CREATE INDEX ix_event_op ON event (op);
CREATE INDEX ix_event_plan_id ON event (plan_id);
CREATE INDEX ix_indiening_versie_id ON indiening (versie_id);
CREATE INDEX ix_lidmaatschap_account_id ON lidmaatschap (account_id);
CREATE INDEX ix_lidmaatschap_regio_id ON lidmaatschap (regio_id);
CREATE UNIQUE INDEX uq_lidmaatschap_regionaal ON lidmaatschap (account_id, rol, regio_id, namens);
CREATE INDEX ix_mail_verzonden_op ON mail (verzonden_op);
CREATE INDEX ix_mijlpaal_plan_id ON mijlpaal (plan_id);
CREATE INDEX ix_partij_plan_id ON partij (plan_id);
CREATE INDEX ix_row_history_plan_id ON row_history (plan_id);
CREATE INDEX ix_meelezing_plan_id ON meelezing (plan_id);
CREATE INDEX ix_opmerking_plan_step ON opmerking (plan_id, step_key);
CREATE INDEX ix_antwoordblad_plan_id ON antwoordblad (plan_id);
CREATE INDEX ix_antwoordblad_uitvraag_id ON antwoordblad (uitvraag_id);
CREATE INDEX ix_reactie_opmerking_id ON reactie (opmerking_id);
CREATE INDEX ix_terugsturing_versie_id ON terugsturing (versie_id);
CREATE INDEX ix_blad_antwoord_blad_id ON blad_antwoord (blad_id);
CREATE UNIQUE INDEX uq_blad_antwoord_afwijking ON blad_antwoord (blad_id, question_key, regio_id) WHERE regio_id IS NOT NULL;
CREATE UNIQUE INDEX uq_blad_antwoord_gezamenlijk ON blad_antwoord (blad_id, question_key) WHERE regio_id IS NULL;
CREATE INDEX ix_blad_historie_blad_veld ON blad_historie (blad_id, veld);
CREATE INDEX ix_blad_indiening_blad_id ON blad_indiening (blad_id);
CREATE INDEX ix_blad_regel_blad_id ON blad_regel (blad_id);
CREATE INDEX ix_blad_regio_blad_id ON blad_regio (blad_id);
CREATE INDEX ix_blad_regio_regio_id ON blad_regio (regio_id);
CREATE INDEX ix_uitvraag_event_blad_op ON uitvraag_event (blad_id, op);
CREATE INDEX ix_uitvraag_event_op ON uitvraag_event (op);
CREATE INDEX ix_uitvraag_event_uitvraag_id ON uitvraag_event (uitvraag_id);
CREATE INDEX ix_verwachting_antwoord_regel_id ON verwachting_antwoord (regel_id);
CREATE INDEX ix_actie_plan_id ON actie (plan_id);
CREATE UNIQUE INDEX uq_plan_versie_open ON plan_versie (plan_id) WHERE status <> 'vastgesteld';
CREATE INDEX ix_plan_versie_plan_id ON plan_versie (plan_id);
CREATE UNIQUE INDEX uq_rapport_onaf ON rapport (uitvraag_id) WHERE status IN ('concept', 'ter_vaststelling');
CREATE INDEX ix_code_samengevoegd_in_id ON code (samengevoegd_in_id);
CREATE UNIQUE INDEX uq_code_soort_naam ON code (soort, naam) WHERE samengevoegd_in_id IS NULL;
CREATE INDEX ix_rapport_akkoord_rapport_voorlegging ON rapport_akkoord (rapport_id, voorlegging);
CREATE INDEX ix_rapport_event_rapport_id ON rapport_event (rapport_id);
CREATE INDEX ix_rapport_historie_rapport_sleutel ON rapport_historie (rapport_id, sleutel);
CREATE INDEX ix_codering_code_code_id ON codering_code (code_id);
CREATE INDEX ix_codering_historie_codering_id ON codering_historie (codering_id);
COMMIT;
