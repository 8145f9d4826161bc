Tiptoe is under the Apache License, Version 2.0, and so are most of the libraries that it is shipped with.
The drivers of PostgreSQL and MariaDB are shipped unchanged under licenses of their own; whoever wants another
version of one puts it into pom.xml and builds Tiptoe with packaging/release.
Where a library is offered under one of several licenses, it is taken under that one. What the libraries contain
in turn is named in NOTICE and in the *-LICENSE files beside this one.

<#list dependencyMap?sort_by("key") as entry>
${entry.key.name} ${entry.key.version}<#if entry.key.url??>
    ${entry.key.url}</#if>
<#list entry.value as license>
    ${license}
</#list>
</#list>
