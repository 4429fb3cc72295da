"""The invented words of the demo world: data, no logic. Long texts are Markdown files next to this one."""
