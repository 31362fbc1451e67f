# The site with its content: built into the image, and compiled again at every start. docs/operating.md says how to run it.
FROM node:22-bookworm-slim
WORKDIR /site
ENV NODE_ENV=production NPM_CONFIG_UPDATE_NOTIFIER=false
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --omit=dev
COPY . .
RUN node --import tsx scripts/prepare.ts && chown -R node:node .content .contentlayer .next
USER node
EXPOSE 3000
HEALTHCHECK --start-period=5m CMD ["node", "--eval", "fetch(`http://localhost:${process.env.PORT ?? 3000}/api/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["npm", "start"]
