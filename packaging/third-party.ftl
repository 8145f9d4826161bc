Tiptoe is under the Apache License, Version 2.0, and so are the libraries that it is shipped with.
Where a library is offered under one of several licenses, it is taken under that one. What the libraries contain
in turn is named in NOTICE and in the *-LICENSE files beside this one.

<#list dependencyMap?sort_by("key") as entry>
${entry.key.name} ${entry.key.version}<#if entry.key.url??>
    ${entry.key.url}</#if>
<#list entry.value as license>
    ${license}
</#list>
</#list>
