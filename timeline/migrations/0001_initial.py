import datetime
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.lookups
import django.utils.timezone
import timeline.models.dates
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """All tables with their indexes and constraints."""

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchText',
            fields=[
                ('id', models.BigIntegerField(help_text='The id of the entry or profile.', primary_key=True, serialize=False)),
                ('text', models.TextField(help_text='Title, words, names and places, folded as names are compared.')),
            ],
            options={
                'ordering': [],
            },
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edtf', models.CharField(blank=True, help_text='The date in EDTF (ISO 8601-2:2019), such as 2019-12-23, 2017-12, 2017, 2019-36 or 2014/2017. Empty where the record is undated.', max_length=64, validators=[timeline.models.dates.check_edtf], verbose_name='date')),
                ('earliest', models.DateField(blank=True, help_text='The first day that the date may mean. 0001-01-01 stands for an open start.', null=True)),
                ('latest', models.DateField(blank=True, help_text='The last day that the date may mean. 9998-12-31 stands for an open end.', null=True)),
                ('precision', models.CharField(blank=True, choices=[('day', 'day'), ('month', 'month'), ('part-of-month', 'part of a month'), ('quarter', 'quarter'), ('season', 'season'), ('year', 'year'), ('part-of-year', 'part of a year'), ('decade', 'decade'), ('century', 'century'), ('interval', 'from one date to another'), ('open', 'only before or after a date')], help_text='How finely the date is known.', max_length=16)),
                ('date_text', models.CharField(blank=True, help_text='The words of the article that give the date.', max_length=500, verbose_name='date in the text')),
                ('anchor', models.CharField(blank=True, help_text='What a relative date was counted from: the publication date or an earlier date in the text.', max_length=100)),
                ('rule', models.CharField(blank=True, help_text='The name of the rule that found the date.', max_length=100)),
                ('readings', models.JSONField(blank=True, default=list, help_text='The EDTF readings of an ambiguous date such as 07-08-2024, until somebody chooses.', verbose_name='other readings')),
                ('version', models.PositiveIntegerField(default=0, editable=False, help_text='Names the state; a new one has the number of its revision.')),
                ('held', models.JSONField(blank=True, default=list, editable=False, help_text='The fields that a person has set. No import and no extractor changes them again.', verbose_name='decided by a person')),
                ('created', models.DateTimeField(default=django.utils.timezone.now, editable=False, help_text='When the record was made (UTC).')),
                ('updated', models.DateTimeField(default=django.utils.timezone.now, editable=False, help_text='When this state of the record was first reached (UTC).')),
                ('identity', models.CharField(editable=False, help_text="What makes it the same article when it is read again: its URL; else the publisher's own number; else the publisher and the text.", max_length=80)),
                ('publisher', models.CharField(blank=True, help_text='Who printed it.', max_length=200)),
                ('title', models.CharField(blank=True, help_text='Its headline.', max_length=500)),
                ('url', models.URLField(blank=True, help_text='Where it stands, in its normal form (http or https).', max_length=2000, verbose_name='URL')),
                ('record_id', models.CharField(blank=True, help_text='Its number at the publisher.', max_length=200, verbose_name="publisher's number")),
                ('language', models.CharField(blank=True, help_text='The language as a BCP 47 tag, such as en or ar.', max_length=35)),
                ('dateline', models.CharField(blank=True, help_text='The place that its dateline names.', max_length=200)),
                ('agency', models.CharField(blank=True, help_text='The news agency that it credits for its text, where it is a wire copy.', max_length=100)),
                ('text', models.TextField(help_text='The cleaned text. It is never public beyond the evidence.')),
                ('sha256', models.CharField(editable=False, help_text='SHA-256 of the cleaned text (hex).', max_length=64, verbose_name='SHA-256')),
                ('fingerprint', models.CharField(editable=False, help_text='SHA-256 of all that was read, to tell a changed article (hex).', max_length=64)),
                ('read_as', models.CharField(blank=True, editable=False, help_text='The format that it was read from.', max_length=20)),
                ('origin', models.CharField(blank=True, editable=False, help_text='The file and record that it came from.', max_length=500)),
                ('erased', models.DateTimeField(blank=True, editable=False, help_text='When something of it was erased on demand (UTC): from then on no import reads it again.', null=True)),
                ('retrieved', models.DateTimeField(default=django.utils.timezone.now, editable=False, help_text='When it was first read (UTC).')),
                ('copy_of', models.ForeignKey(blank=True, help_text='The article whose text this one carries; the two count as one independent source.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='copies', to='timeline.source')),
            ],
            options={
                'ordering': [],
                'permissions': [('date_source', 'Can give an article its publication date'), ('erase_source', "Can erase an article's text")],
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigIntegerField(help_text="Four times the record's number, plus its kind's place: stable, and unique among all kinds.", primary_key=True, serialize=False)),
                ('kind', models.CharField(help_text='event, source, speaker or statement.', max_length=10)),
                ('record_id', models.BigIntegerField(help_text="The record's number.")),
                ('earliest', models.DateField(help_text='As in the record.', null=True)),
                ('latest', models.DateField(help_text='As in the record.', null=True)),
                ('created', models.DateTimeField(help_text='As in the record.')),
                ('updated', models.DateTimeField(help_text='As in the record.')),
                ('document', models.TextField(help_text="The record's public JSON.")),
                ('precision', models.CharField(blank=True, help_text='As in the record.', max_length=16)),
                ('speech', models.CharField(blank=True, help_text='As in the statement.', max_length=10)),
                ('occurrence', models.CharField(blank=True, help_text='As in the event.', max_length=10)),
                ('independent_sources', models.PositiveIntegerField(default=1, help_text='Sources that do not copy each other.')),
            ],
            options={
                'verbose_name_plural': 'entries',
                'ordering': [],
                'indexes': [models.Index(fields=['earliest', 'id'], name='entry_start'), models.Index(condition=models.Q(('latest__gt', models.F('earliest'))), fields=['earliest', 'id', 'latest'], name='entry_interval'), models.Index(condition=models.Q(django.db.models.lookups.Exact(django.db.models.expressions.CombinedExpression(models.F('id'), '%%', models.Value(7)), 0)), fields=['earliest', 'id', 'latest'], name='entry_sample'), models.Index(fields=['created', 'id'], name='entry_created'), models.Index(fields=['updated', 'id'], name='entry_updated')],
                'constraints': [models.UniqueConstraint(fields=('kind', 'record_id'), name='entry_once', violation_error_message='A record is shown once.')],
            },
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edtf', models.CharField(blank=True, help_text='The date in EDTF (ISO 8601-2:2019), such as 2019-12-23, 2017-12, 2017, 2019-36 or 2014/2017. Empty where the record is undated.', max_length=64, validators=[timeline.models.dates.check_edtf], verbose_name='date')),
                ('earliest', models.DateField(blank=True, help_text='The first day that the date may mean. 0001-01-01 stands for an open start.', null=True)),
                ('latest', models.DateField(blank=True, help_text='The last day that the date may mean. 9998-12-31 stands for an open end.', null=True)),
                ('precision', models.CharField(blank=True, choices=[('day', 'day'), ('month', 'month'), ('part-of-month', 'part of a month'), ('quarter', 'quarter'), ('season', 'season'), ('year', 'year'), ('part-of-year', 'part of a year'), ('decade', 'decade'), ('century', 'century'), ('interval', 'from one date to another'), ('open', 'only before or after a date')], help_text='How finely the date is known.', max_length=16)),
                ('date_text', models.CharField(blank=True, help_text='The words of the article that give the date.', max_length=500, verbose_name='date in the text')),
                ('anchor', models.CharField(blank=True, help_text='What a relative date was counted from: the publication date or an earlier date in the text.', max_length=100)),
                ('rule', models.CharField(blank=True, help_text='The name of the rule that found the date.', max_length=100)),
                ('readings', models.JSONField(blank=True, default=list, help_text='The EDTF readings of an ambiguous date such as 07-08-2024, until somebody chooses.', verbose_name='other readings')),
                ('version', models.PositiveIntegerField(default=0, editable=False, help_text='Names the state; a new one has the number of its revision.')),
                ('held', models.JSONField(blank=True, default=list, editable=False, help_text='The fields that a person has set. No import and no extractor changes them again.', verbose_name='decided by a person')),
                ('created', models.DateTimeField(default=django.utils.timezone.now, editable=False, help_text='When the record was made (UTC).')),
                ('updated', models.DateTimeField(default=django.utils.timezone.now, editable=False, help_text='When this state of the record was first reached (UTC).')),
                ('state', models.CharField(choices=[('proposed', 'proposed'), ('published', 'published'), ('rejected', 'rejected')], default='proposed', help_text='Proposed records wait for a decision; published ones are public; rejected ones are kept, unseen.', max_length=10)),
                ('title', models.CharField(help_text="A short line, taken from the source's sentence.", max_length=300)),
                ('summary', models.TextField(blank=True, help_text='What happened, in a sentence or two.')),
                ('occurrence', models.CharField(choices=[('occurred', 'occurred'), ('ongoing', 'ongoing'), ('planned', 'planned'), ('alleged', 'alleged'), ('denied', 'denied')], default='occurred', help_text='Whether it happened, as the source has it.', max_length=10)),
                ('background', models.BooleanField(default=False, help_text='Told as background, not as the news of the day.')),
                ('places', models.JSONField(blank=True, default=list, help_text='Places, as a list of objects with name, and lat and lon in degrees where known.')),
                ('actors', models.JSONField(blank=True, default=list, help_text='Who took part, as a list of names.')),
                ('tags', models.JSONField(blank=True, default=list, help_text='Words that curators file it under, as a list.')),
                ('basis', models.CharField(blank=True, choices=[('stated', 'the text states it'), ('inherited', 'from the passage or interview that it stands in'), ('context', 'bounded by what the text says around it'), ('publication', 'bounded by the publication date alone')], help_text='How the date is known.', max_length=12)),
                ('first_source', models.BigIntegerField(db_default=0, default=0, editable=False, help_text='The number of the first article that reports it: its place in the review queue; 0 where none does.')),
                ('merged_into', models.ForeignKey(blank=True, help_text='The event that this one turned out to be; its address redirects there.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='timeline.event')),
            ],
            options={
                'ordering': [],
                'permissions': [('decide_event', 'Can approve and reject events'), ('unpublish_event', 'Can unpublish events'), ('merge_event', 'Can merge and split events')],
            },
        ),
        migrations.CreateModel(
            name='FeedMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(help_text='No change will ever take a place at this instant or before (UTC).')),
            ],
            options={
                'ordering': [],
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='feed_mark_alone', violation_error_message='There is one mark.')],
            },
        ),
        migrations.CreateModel(
            name='ImportRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('extractor', models.CharField(help_text="The extractor's version.", max_length=20)),
                ('settings', models.JSONField(default=dict, help_text='The options of the run.')),
                ('paths', models.JSONField(default=list, help_text='The files and folders that were read.')),
                ('started', models.DateTimeField(default=django.utils.timezone.now, help_text='When the run began (UTC).')),
                ('ended', models.DateTimeField(blank=True, help_text='When it ended (UTC); empty while it runs, or where it was killed.', null=True)),
                ('read', models.PositiveIntegerField(default=0, help_text='Articles read.')),
                ('made', models.PositiveIntegerField(default=0, help_text='Articles that were new.', verbose_name='created')),
                ('changed', models.PositiveIntegerField(default=0, help_text='Articles that had changed.', verbose_name='updated')),
                ('unchanged', models.PositiveIntegerField(default=0, help_text='Articles that were already here.')),
                ('rejected', models.PositiveIntegerField(default=0, help_text='Records that could not be read.')),
                ('errors', models.JSONField(default=list, help_text='For each rejection the file, record, field and reason.')),
            ],
            options={
                'ordering': ['-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('read', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('made'), '+', models.F('changed')), '+', models.F('unchanged')), '+', models.F('rejected')))), name='import_run_adds_up', violation_error_message='What was read must be created, updated, unchanged or rejected.')],
            },
        ),
        migrations.CreateModel(
            name='Profile',
            fields=[
                ('id', models.BigIntegerField(help_text="Four times the record's number, plus its kind's place: stable, and unique among all kinds.", primary_key=True, serialize=False)),
                ('kind', models.CharField(help_text='event, source, speaker or statement.', max_length=10)),
                ('record_id', models.BigIntegerField(help_text="The record's number.")),
                ('earliest', models.DateField(help_text='As in the record.', null=True)),
                ('latest', models.DateField(help_text='As in the record.', null=True)),
                ('created', models.DateTimeField(help_text='As in the record.')),
                ('updated', models.DateTimeField(help_text='As in the record.')),
                ('document', models.TextField(help_text="The record's public JSON.")),
                ('name', models.CharField(help_text="The publisher or the speaker's name, folded as names are compared.", max_length=500)),
                ('organisation', models.CharField(blank=True, help_text='Of a speaker, folded.', max_length=200)),
            ],
            options={
                'ordering': [],
                'indexes': [models.Index(fields=['kind', 'name', 'record_id'], name='profile_name'), models.Index(fields=['kind', 'created', 'id'], name='profile_created'), models.Index(fields=['kind', 'earliest', 'id'], name='profile_start')],
                'constraints': [models.UniqueConstraint(fields=('kind', 'record_id'), name='profile_once', violation_error_message='A record is shown once.')],
            },
        ),
        migrations.CreateModel(
            name='Revision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(help_text='Which kind of record: source, speaker, statement, event.', max_length=10)),
                ('record_id', models.BigIntegerField(help_text="The record's number.")),
                ('version', models.PositiveIntegerField(help_text="Counts the record's changes; what the state goes by stands in the snapshot.")),
                ('action', models.CharField(choices=[('created', 'created'), ('edited', 'edited'), ('approved', 'approved'), ('rejected', 'rejected'), ('unpublished', 'unpublished'), ('merged', 'merged'), ('split', 'split'), ('restored', 'restored'), ('deleted', 'deleted'), ('rendered', 'shown anew'), ('erased', 'erased')], help_text='What was done.', max_length=12)),
                ('snapshot', models.JSONField(help_text='All fields of the record after the change.')),
                ('document', models.TextField(blank=True, help_text='The public JSON of the record after the change; empty where it was not public.')),
                ('public', models.BooleanField(default=False, help_text='Whether readers saw a difference: the record was public before or after.')),
                ('earliest', models.DateField(help_text="The first day of the record's date after the change.", null=True)),
                ('latest', models.DateField(help_text="The last day of the record's date after the change.", null=True)),
                ('reason', models.CharField(blank=True, help_text='Why.', max_length=500)),
                ('batch', models.UUIDField(help_text='What was written together has the same number: a merge is undone as a whole.', null=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now, help_text='When it was written (UTC).')),
                ('seq', models.BigIntegerField(help_text='Its place in the change feed, given after the commit: numbers follow the order of commits, so that a late commit is never skipped.', null=True)),
                ('numbered', models.DateTimeField(help_text='When it took its place in the change feed (UTC).', null=True)),
                ('run', models.ForeignKey(blank=True, help_text='Which import did it.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='revisions', to='timeline.importrun')),
                ('user', models.ForeignKey(blank=True, help_text='Who did it; empty for an import.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': [],
                'permissions': [('issue_token', 'Can issue and revoke tokens of the API')],
            },
        ),
        migrations.CreateModel(
            name='Uncompared',
            fields=[
                ('source', models.OneToOneField(help_text='The source.', on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='timeline.source')),
            ],
            options={
                'verbose_name_plural': 'uncompared',
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edtf', models.CharField(blank=True, help_text='The date in EDTF (ISO 8601-2:2019), such as 2019-12-23, 2017-12, 2017, 2019-36 or 2014/2017. Empty where the record is undated.', max_length=64, validators=[timeline.models.dates.check_edtf], verbose_name='date')),
                ('earliest', models.DateField(blank=True, help_text='The first day that the date may mean. 0001-01-01 stands for an open start.', null=True)),
                ('latest', models.DateField(blank=True, help_text='The last day that the date may mean. 9998-12-31 stands for an open end.', null=True)),
                ('precision', models.CharField(blank=True, choices=[('day', 'day'), ('month', 'month'), ('part-of-month', 'part of a month'), ('quarter', 'quarter'), ('season', 'season'), ('year', 'year'), ('part-of-year', 'part of a year'), ('decade', 'decade'), ('century', 'century'), ('interval', 'from one date to another'), ('open', 'only before or after a date')], help_text='How finely the date is known.', max_length=16)),
                ('date_text', models.CharField(blank=True, help_text='The words of the article that give the date.', max_length=500, verbose_name='date in the text')),
                ('anchor', models.CharField(blank=True, help_text='What a relative date was counted from: the publication date or an earlier date in the text.', max_length=100)),
                ('rule', models.CharField(blank=True, help_text='The name of the rule that found the date.', max_length=100)),
                ('readings', models.JSONField(blank=True, default=list, help_text='The EDTF readings of an ambiguous date such as 07-08-2024, until somebody chooses.', verbose_name='other readings')),
                ('start', models.PositiveIntegerField(help_text="Where the words begin in the source's text (code points).", null=True)),
                ('end', models.PositiveIntegerField(help_text="Where the words end in the source's text (code points).", null=True)),
                ('text', models.TextField(help_text='The words that report the event, as the source has them.')),
                ('date_start', models.PositiveIntegerField(blank=True, help_text="Where the date's words begin in the text.", null=True)),
                ('date_end', models.PositiveIntegerField(blank=True, help_text="Where the date's words end in the text.", null=True)),
                ('event', models.ForeignKey(help_text='The event that is reported.', on_delete=django.db.models.deletion.PROTECT, related_name='mentions', to='timeline.event')),
                ('source', models.ForeignKey(help_text='The article that reports it.', on_delete=django.db.models.deletion.PROTECT, related_name='mentions', to='timeline.source')),
            ],
            options={
                'ordering': [],
            },
        ),
        migrations.CreateModel(
            name='Speaker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False, help_text='Names the state; a new one has the number of its revision.')),
                ('held', models.JSONField(blank=True, default=list, editable=False, help_text='The fields that a person has set. No import and no extractor changes them again.', verbose_name='decided by a person')),
                ('created', models.DateTimeField(default=django.utils.timezone.now, editable=False, help_text='When the record was made (UTC).')),
                ('updated', models.DateTimeField(default=django.utils.timezone.now, editable=False, help_text='When this state of the record was first reached (UTC).')),
                ('name', models.CharField(help_text='The full name, as the sources print it.', max_length=200)),
                ('key', models.CharField(editable=False, help_text='The name without case, accents and marks: what makes it the same name when it is read again.', max_length=200)),
                ('aliases', models.JSONField(blank=True, default=list, help_text='Other names and spellings, as a list.')),
                ('organisation', models.CharField(blank=True, help_text='The body that the speaker speaks for.', max_length=200)),
                ('merged_into', models.ForeignKey(blank=True, help_text='The speaker that this one turned out to be; its address redirects there.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='timeline.speaker')),
            ],
            options={
                'ordering': [],
                'permissions': [('merge_speaker', 'Can merge and split speakers'), ('erase_speaker', "Can erase a person's name")],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edtf', models.CharField(blank=True, help_text='The date in EDTF (ISO 8601-2:2019), such as 2019-12-23, 2017-12, 2017, 2019-36 or 2014/2017. Empty where the record is undated.', max_length=64, validators=[timeline.models.dates.check_edtf], verbose_name='date')),
                ('earliest', models.DateField(blank=True, help_text='The first day that the date may mean. 0001-01-01 stands for an open start.', null=True)),
                ('latest', models.DateField(blank=True, help_text='The last day that the date may mean. 9998-12-31 stands for an open end.', null=True)),
                ('precision', models.CharField(blank=True, choices=[('day', 'day'), ('month', 'month'), ('part-of-month', 'part of a month'), ('quarter', 'quarter'), ('season', 'season'), ('year', 'year'), ('part-of-year', 'part of a year'), ('decade', 'decade'), ('century', 'century'), ('interval', 'from one date to another'), ('open', 'only before or after a date')], help_text='How finely the date is known.', max_length=16)),
                ('date_text', models.CharField(blank=True, help_text='The words of the article that give the date.', max_length=500, verbose_name='date in the text')),
                ('anchor', models.CharField(blank=True, help_text='What a relative date was counted from: the publication date or an earlier date in the text.', max_length=100)),
                ('rule', models.CharField(blank=True, help_text='The name of the rule that found the date.', max_length=100)),
                ('readings', models.JSONField(blank=True, default=list, help_text='The EDTF readings of an ambiguous date such as 07-08-2024, until somebody chooses.', verbose_name='other readings')),
                ('version', models.PositiveIntegerField(default=0, editable=False, help_text='Names the state; a new one has the number of its revision.')),
                ('held', models.JSONField(blank=True, default=list, editable=False, help_text='The fields that a person has set. No import and no extractor changes them again.', verbose_name='decided by a person')),
                ('created', models.DateTimeField(default=django.utils.timezone.now, editable=False, help_text='When the record was made (UTC).')),
                ('updated', models.DateTimeField(default=django.utils.timezone.now, editable=False, help_text='When this state of the record was first reached (UTC).')),
                ('state', models.CharField(choices=[('proposed', 'proposed'), ('published', 'published'), ('rejected', 'rejected')], default='proposed', help_text='Proposed records wait for a decision; published ones are public; rejected ones are kept, unseen.', max_length=10)),
                ('speaker_text', models.CharField(blank=True, help_text="The words that stand for the speaker: 'the adviser'.", max_length=300, verbose_name='speaker in the text')),
                ('role', models.CharField(blank=True, help_text="The speaker's role as the source gives it that day.", max_length=300)),
                ('organisation', models.CharField(blank=True, help_text='The organisation as the source gives it that day.', max_length=200)),
                ('speech', models.CharField(choices=[('direct', 'direct'), ('indirect', 'indirect'), ('mixed', 'mixed')], help_text='Direct, indirect, or both mixed.', max_length=10)),
                ('text', models.TextField(help_text='The words attributed, as the source has them.')),
                ('cue', models.CharField(blank=True, help_text="The words that attribute: 'said', 'according to'.", max_length=100)),
                ('relayed_via', models.CharField(blank=True, help_text='Through whom it was said: another outlet, a spokesman, a tweet.', max_length=200)),
                ('spans', models.JSONField(default=list, help_text="Where the words stand in the source's text: pairs of start and end, in code points.")),
                ('date_start', models.PositiveIntegerField(blank=True, help_text="Where the date's words begin in the text.", null=True)),
                ('date_end', models.PositiveIntegerField(blank=True, help_text="Where the date's words end in the text.", null=True)),
                ('basis', models.CharField(blank=True, choices=[('stated', 'the text states it'), ('inherited', 'from the passage or interview that it stands in'), ('context', 'bounded by what the text says around it'), ('publication', 'bounded by the publication date alone')], help_text='How the date is known.', max_length=12)),
                ('source', models.ForeignKey(help_text='The article that reports it.', on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='timeline.source')),
                ('speaker', models.ForeignKey(blank=True, help_text='Who said it; empty where the source does not name anybody.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='timeline.speaker')),
            ],
            options={
                'ordering': [],
                'permissions': [('decide_statement', 'Can approve and reject statements'), ('unpublish_statement', 'Can unpublish statements')],
            },
        ),
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(help_text='speaker or event.', max_length=10)),
                ('first', models.BigIntegerField(help_text='The number of the record that came first.')),
                ('second', models.BigIntegerField(help_text='The number of the other.')),
                ('score', models.FloatField(help_text='How alike they are, from 0 to 1.')),
                ('reasons', models.JSONField(default=list, help_text='Why, in sentences for people.')),
                ('answer', models.CharField(blank=True, choices=[('merged', 'merged'), ('different', 'not the same')], help_text='What a person decided; empty until then.', max_length=10)),
                ('made', models.DateTimeField(default=django.utils.timezone.now, help_text='When it was made (UTC).')),
            ],
            options={
                'ordering': [],
                'indexes': [models.Index(fields=['kind', 'answer', '-score', 'id'], name='suggestion_queue'), models.Index(fields=['kind', 'second'], name='suggestion_second')],
                'constraints': [models.UniqueConstraint(fields=('kind', 'first', 'second'), name='suggestion_once', violation_error_message='This pair is suggested already.'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='suggestion_in_order', violation_error_message='The record that came first stands first.')],
            },
        ),
        migrations.CreateModel(
            name='Tally',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, help_text="What is counted by: a key's name, `independent`; empty for all.", max_length=12)),
                ('value', models.CharField(blank=True, help_text="The key's value.", max_length=200)),
                ('label', models.CharField(blank=True, help_text='The value as people write it.', max_length=200)),
                ('kind', models.CharField(help_text='event or statement.', max_length=10)),
                ('earliest', models.DateField(help_text='The first day of the entries counted.', null=True)),
                ('latest', models.DateField(help_text='Their last day.', null=True)),
                ('count', models.IntegerField(help_text='How many there are more, or less.')),
                ('folded', models.BooleanField(default=False, help_text='Whether the row is a sum already.')),
            ],
            options={
                'verbose_name_plural': 'tallies',
                'ordering': [],
                'indexes': [models.Index(fields=['name', 'value', 'earliest', 'latest', 'kind', 'count'], name='tally_sums'), models.Index(condition=models.Q(('folded', False)), fields=['id'], name='tally_unfolded')],
            },
        ),
        migrations.CreateModel(
            name='EntryKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='What is filtered by: publisher, speaker, place, actor, tag.', max_length=12)),
                ('value', models.CharField(help_text='The value, folded as names are compared.', max_length=200)),
                ('earliest', models.DateField(help_text='As in the entry.', null=True)),
                ('latest', models.DateField(help_text='As in the entry.', null=True)),
                ('entry', models.ForeignKey(help_text='The entry.', on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='timeline.entry')),
            ],
            options={
                'ordering': [],
                'indexes': [models.Index(fields=['name', 'value', 'earliest', 'entry', 'latest'], name='entry_key_dates')],
                'constraints': [models.UniqueConstraint(fields=('entry', 'name', 'value'), name='entry_key_once', violation_error_message='A key stands once for each entry.')],
            },
        ),
        migrations.CreateModel(
            name='EntryPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lat', models.FloatField(help_text='Degrees north (WGS 84).')),
                ('lon', models.FloatField(help_text='Degrees east (WGS 84).')),
                ('entry', models.ForeignKey(help_text='The entry.', on_delete=django.db.models.deletion.CASCADE, related_name='points', to='timeline.entry')),
            ],
            options={
                'ordering': [],
                'indexes': [models.Index(fields=['lat', 'lon', 'entry'], name='entry_point_place')],
            },
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(fields=['state', 'first_source', 'id'], name='event_queue'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(fields=['state', 'id'], name='event_state'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(fields=['earliest', 'id'], name='event_earliest'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(condition=models.Q(('earliest__isnull', True), ('state', 'proposed')), fields=['first_source', 'id'], name='event_undated'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('earliest__isnull', False), ('latest__isnull', False), models.Q(('edtf', ''), _negated=True), models.Q(('precision', ''), _negated=True)), models.Q(('earliest__isnull', True), ('edtf', ''), ('latest__isnull', True), ('precision', '')), _connector='OR'), name='event_date_whole', violation_error_message='A date needs its EDTF, its bounds and its precision; an undated record has none.'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('earliest__isnull', True), ('earliest__lte', models.F('latest')), _connector='OR'), name='event_date_in_order', violation_error_message='The earliest day must not lie after the latest.'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('earliest__isnull', True), models.Q(('earliest__gte', datetime.date(1, 1, 1)), ('latest__lte', datetime.date(9998, 12, 31))), _connector='OR'), name='event_date_in_calendar', violation_error_message='Dates run from the year 1 to the year 9998.'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['proposed', 'published', 'rejected'])), name='event_state_known', violation_error_message='The state must be proposed, published or rejected.'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='event_has_title', violation_error_message='An event needs a title.'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('occurrence__in', ['occurred', 'ongoing', 'planned', 'alleged', 'denied'])), name='event_occurrence_known', violation_error_message='Occurrence must be occurred, ongoing, planned, alleged or denied.'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('merged_into__isnull', True), models.Q(('merged_into', models.F('id')), _negated=True), _connector='OR'), name='event_not_merged_into_itself', violation_error_message='An event cannot be merged into itself.'),
        ),
        migrations.AddIndex(
            model_name='revision',
            index=models.Index(condition=models.Q(('seq__isnull', True)), fields=['id'], name='revision_unnumbered'),
        ),
        migrations.AddIndex(
            model_name='revision',
            index=models.Index(fields=['run', 'id'], name='revision_run'),
        ),
        migrations.AddIndex(
            model_name='revision',
            index=models.Index(condition=models.Q(('action', 'erased')), fields=['id'], name='revision_erased'),
        ),
        migrations.AddIndex(
            model_name='revision',
            index=models.Index(fields=['batch'], name='revision_batch'),
        ),
        migrations.AddIndex(
            model_name='revision',
            index=models.Index(condition=models.Q(('public', True)), fields=['seq'], name='revision_public'),
        ),
        migrations.AddIndex(
            model_name='revision',
            index=models.Index(condition=models.Q(('document', ''), _negated=True), fields=['kind', 'earliest', 'record_id'], name='revision_shown'),
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.UniqueConstraint(fields=('kind', 'record_id', 'version'), name='revision_version_once', violation_error_message='Somebody else changed this record first.'),
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.UniqueConstraint(fields=('seq',), name='revision_seq_once', violation_error_message='Each change has one place in the feed.'),
        ),
        migrations.AddIndex(
            model_name='source',
            index=models.Index(fields=['publisher', 'id'], name='source_publisher'),
        ),
        migrations.AddIndex(
            model_name='source',
            index=models.Index(fields=['earliest', 'id'], name='source_earliest'),
        ),
        migrations.AddIndex(
            model_name='source',
            index=models.Index(fields=['sha256'], name='source_sha256'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('earliest__isnull', False), ('latest__isnull', False), models.Q(('edtf', ''), _negated=True), models.Q(('precision', ''), _negated=True)), models.Q(('earliest__isnull', True), ('edtf', ''), ('latest__isnull', True), ('precision', '')), _connector='OR'), name='source_date_whole', violation_error_message='A date needs its EDTF, its bounds and its precision; an undated record has none.'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('earliest__isnull', True), ('earliest__lte', models.F('latest')), _connector='OR'), name='source_date_in_order', violation_error_message='The earliest day must not lie after the latest.'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('earliest__isnull', True), models.Q(('earliest__gte', datetime.date(1, 1, 1)), ('latest__lte', datetime.date(9998, 12, 31))), _connector='OR'), name='source_date_in_calendar', violation_error_message='Dates run from the year 1 to the year 9998.'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.UniqueConstraint(fields=('identity',), name='source_identity_once', violation_error_message='This article is already here.'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('url', ''), ('url__startswith', 'http://'), ('url__startswith', 'https://'), _connector='OR'), name='source_url_is_web', violation_error_message='The URL must begin with http:// or https://.'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='source_has_text', violation_error_message='An article needs a text.'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('copy_of__isnull', True), models.Q(('copy_of', models.F('id')), _negated=True), _connector='OR'), name='source_not_copy_of_itself', violation_error_message='An article is not a copy of itself.'),
        ),
        migrations.AddIndex(
            model_name='mention',
            index=models.Index(fields=['latest', 'id'], name='mention_latest'),
        ),
        migrations.AddConstraint(
            model_name='mention',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('earliest__isnull', False), ('latest__isnull', False), models.Q(('edtf', ''), _negated=True), models.Q(('precision', ''), _negated=True)), models.Q(('earliest__isnull', True), ('edtf', ''), ('latest__isnull', True), ('precision', '')), _connector='OR'), name='mention_date_whole', violation_error_message='A date needs its EDTF, its bounds and its precision; an undated record has none.'),
        ),
        migrations.AddConstraint(
            model_name='mention',
            constraint=models.CheckConstraint(condition=models.Q(('earliest__isnull', True), ('earliest__lte', models.F('latest')), _connector='OR'), name='mention_date_in_order', violation_error_message='The earliest day must not lie after the latest.'),
        ),
        migrations.AddConstraint(
            model_name='mention',
            constraint=models.CheckConstraint(condition=models.Q(('earliest__isnull', True), models.Q(('earliest__gte', datetime.date(1, 1, 1)), ('latest__lte', datetime.date(9998, 12, 31))), _connector='OR'), name='mention_date_in_calendar', violation_error_message='Dates run from the year 1 to the year 9998.'),
        ),
        migrations.AddConstraint(
            model_name='mention',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='mention_has_words', violation_error_message='A mention needs its words.'),
        ),
        migrations.AddConstraint(
            model_name='mention',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('end__isnull', True), ('start__isnull', True)), ('start__lt', models.F('end')), _connector='OR'), name='mention_span_in_order', violation_error_message='A span must end after it starts.'),
        ),
        migrations.AddIndex(
            model_name='speaker',
            index=models.Index(fields=['name'], name='speaker_name'),
        ),
        migrations.AddConstraint(
            model_name='speaker',
            constraint=models.UniqueConstraint(fields=('key',), name='speaker_key_once', violation_error_message='A speaker of this name is already here.'),
        ),
        migrations.AddConstraint(
            model_name='speaker',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='speaker_has_name', violation_error_message='A speaker needs a name.'),
        ),
        migrations.AddConstraint(
            model_name='speaker',
            constraint=models.CheckConstraint(condition=models.Q(('merged_into__isnull', True), models.Q(('merged_into', models.F('id')), _negated=True), _connector='OR'), name='speaker_not_merged_into_itself', violation_error_message='A speaker cannot be merged into itself.'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(fields=['state', 'source', 'id'], name='statement_queue'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(fields=['speaker', 'earliest', 'id'], name='statement_speaker'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('earliest__isnull', True), ('state', 'proposed')), fields=['source', 'id'], name='statement_undated'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('speaker__isnull', True), ('state', 'proposed')), fields=['source', 'id'], name='statement_unresolved'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('earliest__isnull', False), ('latest__isnull', False), models.Q(('edtf', ''), _negated=True), models.Q(('precision', ''), _negated=True)), models.Q(('earliest__isnull', True), ('edtf', ''), ('latest__isnull', True), ('precision', '')), _connector='OR'), name='statement_date_whole', violation_error_message='A date needs its EDTF, its bounds and its precision; an undated record has none.'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('earliest__isnull', True), ('earliest__lte', models.F('latest')), _connector='OR'), name='statement_date_in_order', violation_error_message='The earliest day must not lie after the latest.'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('earliest__isnull', True), models.Q(('earliest__gte', datetime.date(1, 1, 1)), ('latest__lte', datetime.date(9998, 12, 31))), _connector='OR'), name='statement_date_in_calendar', violation_error_message='Dates run from the year 1 to the year 9998.'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['proposed', 'published', 'rejected'])), name='statement_state_known', violation_error_message='The state must be proposed, published or rejected.'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='statement_has_words', violation_error_message='A statement needs its words.'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('speech__in', ['direct', 'indirect', 'mixed'])), name='statement_speech_known', violation_error_message='Speech must be direct, indirect or mixed.'),
        ),
    ]
