"""What many tools write for the same two invented submissions, as small as it can be shown.

The first: Oak Strings CIC, Maren Tolley, aims 1 and 2, Derby and Derbyshire Dales, agreed, sent on
3 September 2026 at 9:04:11. The second: Café Brass, Dev Orme, aim 2, High Peak and "Sheffield
(Dore side)", did not agree, sent on 10 November 2026 at 12:34:56.
"""

# ruff: noqa: E501 - a line of a file is not broken

SCHOOLS = "Support schools and other education settings to deliver high-quality music education"
TALENT = (
    "Support young people to develop their musical interests and talent further, "
    "including into employment"
)
DORE = "Sheffield (Dore side)"

WPFORMS = f"""\
Entry ID,"Your organisation","Your name: First","Your name: Last",Email,"Where do you work?: Derby City","Where do you work?: Derbyshire Dales","Where do you work?: High Peak (modified)","Where do you work?: Other","Which aims?: {SCHOOLS}","Which aims?: {TALENT}","I agree to my data being stored: I agree","Entry Date",Type,Viewed
7,"Oak Strings CIC",Maren,Tolley,maren@example.org,"Derby City","Derbyshire Dales",,,"{SCHOOLS}","{TALENT}",Checked,"03/09/2026 09:04:11",Completed,1
8,"Café Brass",Dev,Orme,dev@example.org,,,"High Peak","{DORE}",,"{TALENT}",,"10/11/2026 12:34:56",Completed,0
"""

NINJA = f"""\
#,"Date Submitted",Organisation,Name,Email,Districts,Aims,Consent
7,"03/09/2026 09:04:11","Oak Strings CIC","Maren Tolley",maren@example.org,"Derby City,Derbyshire Dales","{SCHOOLS},{TALENT}",Checked
8,"10/11/2026 12:34:56","Café Brass","Dev Orme",dev@example.org,"High Peak,{DORE}","{TALENT}",Unchecked
"""

FLAMINGO = f"""\
"your-organisation","your-name","your-email","where-do-you-work","which-aims","acceptance-data","Date"
"Café Brass","Dev Orme","dev@example.org","High Peak, {DORE}","{TALENT}","I do not consent","2026-11-10T12:34:56+00:00"
"Oak Strings CIC","Maren Tolley","maren@example.org","(Security Alert: Suspicious content is detected. See https://example.org for details.) Derby City, Derbyshire Dales","{SCHOOLS}, {TALENT}","I consent","2026-09-03T09:04:11+01:00"
"""

JISC = f"""\
Unique Response Number,1. Organisation name,2. Contact name,3. Email,4. Where do you work?,4.a. If you selected Other please specify:,5. Which aims?,6. I agree to my data being stored,Completion date
123-1,Oak Strings CIC,Maren Tolley,maren@example.org,"Derby City,Derbyshire Dales",,"{SCHOOLS},{TALENT}",Yes,03/09/2026 09:04:11
123-2,Café Brass,Dev Orme,dev@example.org,"High Peak,Other",{DORE},"{TALENT}",No,10/11/2026 12:34:56
"""

KOBO = f"""\
"start";"Organisation name";"Contact name";"E-mail";"Where do you work?";"Where do you work?/Derby City";"Where do you work?/Derbyshire Dales";"Where do you work?/High Peak";"Where do you work?_other";"Which aims?";"Do you agree to our keeping your data?";"_id";"_uuid";"_submission_time"
"";"Oak Strings CIC";"Maren Tolley";"maren@example.org";"Derby City Derbyshire Dales";"1";"1";"0";"";"{SCHOOLS} {TALENT}";"Yes";"41";"a";"2026-09-03T08:04:11"
"";"Café Brass";"Dev Orme";"dev@example.org";"High Peak Other";"0";"0";"1";"{DORE}";"{TALENT}";"No";"42";"b";"2026-11-10T12:34:56"
"""

FILLOUT = f"""\
Submission ID,Last updated,Submission started,Status,Current step,Organisation,Name,Email,Where do you work?,Which aims?,I agree to my data being stored,Errors,Url,Network ID
a1,Thu Sep 03 2026 04:04:11 GMT-0400 (Eastern Daylight Time),x,finished,,Oak Strings CIC,Maren Tolley,maren@example.org,"Derby City, Derbyshire Dales","{SCHOOLS}, {TALENT}",TRUE,None,,
a2,Tue Nov 10 2026 07:34:56 GMT-0500 (Eastern Standard Time),x,finished,,Café Brass,Dev Orme,dev@example.org,"High Peak, {DORE}","{TALENT}",FALSE,None,,
a3,Tue Nov 10 2026 07:40:00 GMT-0500 (Eastern Standard Time),x,in_progress,Page 1,Half Done,Al Ash,al@example.org,,,,None,,
,,,,,,,,,,,,,
"""

ALCHEMER = f"""\
"Response ID","Time Started","Date Submitted","Status","Organisation name","Contact name","Email","Derby City:Where do you work?","Derbyshire Dales:Where do you work?","High Peak:Where do you work?","Other - Write In:Where do you work?","{SCHOOLS}:Which aims?","{TALENT}:Which aims?","Do you consent to us keeping your details?"
"1","Sep 03, 2026 09:00:00 AM","Sep 03, 2026 09:04:11 AM","Complete","Oak Strings CIC","Maren Tolley","maren@example.org","Derby City","Derbyshire Dales","","","{SCHOOLS}","{TALENT}","Yes"
"2","Nov 10, 2026 12:30:00 PM","Nov 10, 2026 12:34:56 PM","Complete","Café Brass","Dev Orme","dev@example.org","","","High Peak","{DORE}","","{TALENT}","No"
"3","Nov 10, 2026 12:30:00 PM","Nov 10, 2026 12:40:00 PM","Partial","Half Done","Al Ash","al@example.org","","","","","","",""
"""

COGNITO = f"""\
MusicHubEOI_Id,Organisation,Details_Name_First,Details_Name_Last,Details_Email,WhereDoYouWork,WhichAims,IAgreeToMyDataBeingStored,Entry_Status,Entry_DateCreated,Entry_DateSubmitted
1,Oak Strings CIC,Maren,Tolley,maren@example.org,"Derby City, Derbyshire Dales","{SCHOOLS}, {TALENT}",True,Submitted,9/3/2026 9:00:00 AM,9/3/2026 9:04:11 AM
2,Café Brass,Dev,Orme,dev@example.org,"High Peak, {DORE}","{TALENT}",False,Submitted,11/10/2026 12:30:00 PM,11/10/2026 12:34:56 PM
"""

AIRTABLE = f'''\
Organisation,Contact,Email,Districts,Aims,Consent to store data,Created
Oak Strings CIC,Maren Tolley,maren@example.org,"Derby City,Derbyshire Dales","{SCHOOLS},""{TALENT}""",checked,2026-09-03 09:04:11
Café Brass,Dev Orme,dev@example.org,"High Peak,{DORE}","""{TALENT}""",,2026-11-10 12:34:56
'''

WUFOO = f"""\
Entry Id,Name of organisation,First,Last,Email,Derby City,Derbyshire Dales,High Peak,Other,"{SCHOOLS}","{TALENT}",Derby,Sheffield,Leeds,I agree to my data being stored,Date Created,Created By
1,Oak Strings CIC,Maren,Tolley,maren@example.org,Derby City,Derbyshire Dales,,,"{SCHOOLS}","{TALENT}",,Sheffield,,I agree,2026-09-03 09:04:11,public
2,Café Brass,Dev,Orme,dev@example.org,,,High Peak,{DORE},,"{TALENT}",,,Leeds,,2026-11-10 12:34:56,public
"""

HUBSPOT = f"""\
Conversion Date,First Name,Last Name,Email,Company name,Districts,NPME aims,I agree to my data being stored
2026-09-03 09:04:11,Maren,Tolley,maren@example.org,Oak Strings CIC,Derby City;Derbyshire Dales,"{SCHOOLS};{TALENT}",Yes
2026-11-10 12:34:56,Dev,Orme,dev@example.org,Café Brass,"High Peak;{DORE}","{TALENT}",No
"""

SALESFORCE = f"""\
"Created Date","Company / Account","First Name","Last Name","Email","Districts","Aims","GDPR Consent"
"03/09/2026 09:04:11","Oak Strings CIC","Maren","Tolley","maren@example.org","Derby City; Derbyshire Dales","{SCHOOLS}; {TALENT}","1"
"10/11/2026 12:34:56","Café Brass","Dev","Orme","dev@example.org","High Peak; {DORE}","{TALENT}","0"


"Grand Totals (2 records)"
"Confidential Information - Do Not Distribute"
"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."
"""

SITEKIT = f"""\
Date submitted,Organisation,Contact name,Email,Where do you work?,Which aims?,I agree to my data being stored
03/09/2026 09:04:11,Oak Strings CIC,Maren Tolley,maren@example.org,"Derby City, Derbyshire Dales","{SCHOOLS}, {TALENT}",Yes

Date submitted,Name of your organisation,Which districts do you cover?,Email,Contact name,Which aims?,I agree to my data being stored
10/11/2026 12:34:56,Café Brass,"High Peak, {DORE}",dev@example.org,Dev Orme,"{TALENT}",No
"""

SNAP = f"""\
ID.case,ID.date,1 - Organisation name,2 - Contact name,3 - Email,4 - Where do you work? - Derby City,4 - Where do you work? - Derbyshire Dales,4 - Where do you work? - High Peak,4 - Where do you work? - Other,"5 - Which aims? - {SCHOOLS}","5 - Which aims? - {TALENT}",6 - I agree to my data being stored
1,03/09/2026 09:04:11,Oak Strings CIC,Maren Tolley,maren@example.org,Derby City,Derbyshire Dales,,,"{SCHOOLS}","{TALENT}",Yes
2,10/11/2026 12:34:56,Café Brass,Dev Orme,dev@example.org,,,High Peak,{DORE},,"{TALENT}",No
"""

SURVEYMONKEY_CODES = f"""\
Respondent ID,Collector ID,Start Date,End Date,IP Address,Organisation name,Contact name,Email,Where do you work?,,,,Which aims?,,I agree to my data being stored
,,,,,Open-Ended Response,Open-Ended Response,Open-Ended Response,Derby City,Derbyshire Dales,High Peak,Other (please specify),{SCHOOLS},"{TALENT}",I agree
1,4,09/03/2026 09:00:00 AM,09/03/2026 09:04:11 AM,203.0.113.1,Oak Strings CIC,Maren Tolley,maren@example.org,1,2,,,1,2,1
2,4,11/10/2026 12:30:00 PM,11/10/2026 12:34:56 PM,203.0.113.2,Café Brass,Dev Orme,dev@example.org,,,3,{DORE},,2,
"""

GOOGLE_US = f"""\
Timestamp,Organisation,Contact name,Email,Where do you work?,Which aims?,I agree to my data being stored,Which genres?,Notes
9/3/2026 9:04:11,Oak Strings CIC,Maren Tolley,maren@example.org,"Derby City, Derbyshire Dales","{SCHOOLS}, {TALENT}",Yes,"Schools, Folk",rang 3/9
11/10/2026 12:34:56,Café Brass,Dev Orme,dev@example.org,"High Peak, {DORE}","{TALENT}",No,"Early years",Derby?
11/20/2026 12:34:56,Café Brass,Dev Orme,dev@example.org,"High Peak, {DORE}","{TALENT}",No,"Early years",
"""

EXPORTS = {
    "wpforms": WPFORMS,
    "ninja-forms": NINJA,
    "flamingo": FLAMINGO,
    "jisc-online-surveys": JISC,
    "kobotoolbox": KOBO,
    "fillout": FILLOUT,
    "alchemer": ALCHEMER,
    "cognito-forms": COGNITO,
    "airtable": AIRTABLE,
    "wufoo": WUFOO,
    "hubspot": HUBSPOT,
    "salesforce": SALESFORCE,
    "sitekit": SITEKIT,
    "snap": SNAP,
    "surveymonkey": SURVEYMONKEY_CODES,
    "google-forms": GOOGLE_US,
}
